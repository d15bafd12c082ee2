import { defineExercise } from '#grader'

export default defineExercise({
  title: 'Reply to the address recvfrom() returned',
  role: 'server',
  transport: 'udp',
  entry: 'server',
  checks: {
    replies: {
      title: 'answers a datagram',
      points: 3,
      hints: {
        'no-reply':
          'Send the reply with sendto(), to the address that recvfrom() returned with this datagram.',
      },
    },
    'right-client': { title: 'answers each client, not the first one', points: 3, needs: ['replies'] },
    'same-port': { title: 'answers from its own port', points: 2, needs: ['replies'] },
    every: {
      title: 'answers every datagram, the empty one too',
      points: 2,
      needs: ['replies'],
      hints: {
        'counted-characters':
          'é is one character and two bytes. Use len(data) before decoding, or data.length of the Buffer.',
      },
    },
  },
})
