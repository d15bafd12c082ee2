import { defineCourse } from '#grader'

export default defineCourse({
  title: 'Socket programming: the doorway',
  units: [
    {
      name: '1-tcp-servers',
      title: 'TCP servers',
      exercises: ['accept-loop', 'tcp-upper-server', 'tcp-server-survivor'],
    },
    { name: '2-tcp-clients', title: 'TCP clients', exercises: ['tcp-upper-client', 'tcp-client-errors'] },
    {
      name: '3-udp',
      title: 'UDP',
      exercises: ['udp-reply', 'udp-upper-server', 'udp-upper-client', 'udp-pinger', 'udp-kv'],
    },
    {
      name: '4-streams-and-framing',
      title: 'Streams and framing',
      exercises: ['send-all', 'line-server', 'length-prefix', 'half-close'],
    },
    { name: '5-concurrency', title: 'Concurrency', exercises: ['echo-concurrent', 'chat-room', 'tcp-relay'] },
    {
      name: '6-application-protocols',
      title: 'Application protocols',
      exercises: ['webget', 'http-server', 'smtp-client', 'dns-query', 'http-proxy'],
    },
    { name: '7-reliability', title: 'Reliability over UDP', exercises: ['rdt-receiver', 'rdt-sender'] },
    { name: '8-exam', title: 'The exam', exercises: ['exam-short', 'exam-compare'] },
  ],
})
