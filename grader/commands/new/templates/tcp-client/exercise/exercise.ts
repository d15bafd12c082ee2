import { defineExercise } from '#grader'

export default defineExercise({
  title: 'Send a line, print the reply',
  role: 'client',
  transport: 'tcp',
  entry: 'client',
  checks: {
    sends: { title: 'connects and sends the line that was typed', points: 4 },
    prints: { title: 'prints what the server replied', points: 4, needs: ['sends'] },
    exits: { title: 'exits with code 0 afterwards', points: 2, needs: ['prints'] },
  },
})
