import { defineExercise } from '#grader'

export default defineExercise({
  title: 'Greet whoever sends a datagram',
  role: 'server',
  transport: 'udp',
  entry: 'server',
  checks: {
    replies: { title: 'answers a datagram', points: 5 },
    'right-client': { title: 'answers each client, not the first one', points: 5, needs: ['replies'] },
  },
})
