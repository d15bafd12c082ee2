import { defineExercise } from '#grader'

export default defineExercise({
  title: 'Answer every datagram in upper case',
  role: 'server',
  transport: 'udp',
  entry: 'server',
  checks: {
    bound: { title: 'is bound to the port argument', points: 1 },
    upper: { title: 'replies with the upper-cased payload', points: 2, needs: ['bound'] },
    'right-client': { title: 'answers each client, not the first one', points: 3, needs: ['one-each'] },
    'same-port': { title: 'answers from its own port', points: 1, needs: ['upper'] },
    'one-each': { title: 'answers every datagram once', points: 1, needs: ['upper'] },
    big: { title: 'answers 1200 bytes whole', points: 1, needs: ['upper'] },
    'client-gone': { title: 'survives a client that vanished', points: 1, needs: ['right-client'] },
  },
})
