import { defineQuestions } from '#grader'

export default defineQuestions({
  title: 'TCP and UDP, call by call',
  role: 'answers',
  entry: 'answers.md',
  checks: {
    'tcp-server': {
      title: 'the calls of a TCP server, in order',
      points: 2,
      question: { kind: 'calls', ask: 'Which calls does a TCP server make for one client, in which order?' },
    },
    'udp-server': {
      title: 'the calls of a UDP server, in order',
      points: 1,
      question: { kind: 'calls', ask: 'Which calls does a UDP server make, in which order?' },
    },
    'tcp-client': {
      title: 'the calls of a TCP client, in order',
      points: 1,
      question: { kind: 'calls', ask: 'Which calls does a TCP client make, in which order?' },
    },
    'udp-client': {
      title: 'the calls of a UDP client, in order',
      points: 1,
      question: { kind: 'calls', ask: 'Which calls does a UDP client make, in which order?' },
    },
    differences: {
      title: 'which calls have no counterpart',
      points: 2,
      question: {
        kind: 'rows',
        ask: 'Put into one row what does the same work, and leave the cell beside a call empty where the other side has none.',
        columns: [
          ['tcp-server', 'udp-server'],
          ['tcp-client', 'udp-client'],
        ],
      },
    },
    reasons: {
      title: 'why the calls differ, in your own words',
      points: 3,
      question: {
        kind: 'text',
        ask: 'Say, call by call, why one side has it and the other has not.',
      },
    },
  },
})
