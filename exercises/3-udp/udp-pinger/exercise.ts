import { defineExercise } from '#grader'

export default defineExercise({
  title: 'Ping over UDP: timeouts, loss and round trip times',
  role: 'client',
  transport: 'udp',
  entry: 'client',
  checks: {
    // One that sends too early, or ignores COUNT, can still report and measure each ping rightly.
    ten: { title: 'sends COUNT pings, one at a time', points: 1, minor: ['sent-too-early', 'wrong-count'] },
    lines: { title: 'prints one result for each ping', points: 1, needs: ['ten'] },
    loss: { title: 'reports lost pings and goes on', points: 2, needs: ['lines'] },
    late: { title: 'takes no late reply for the next one', points: 2, needs: ['loss'] },
    dup: { title: 'is not misled by copies of a reply', points: 1, needs: ['loss'] },
    rtt: { title: 'measures the round trip time in ms', points: 2, needs: ['lines'] },
    summary: { title: 'sums up how many were lost', points: 1, needs: ['loss'] },
  },
})
