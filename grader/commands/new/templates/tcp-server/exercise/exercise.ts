import { defineExercise } from '#grader'

export default defineExercise({
  title: 'Greet every client',
  role: 'server',
  transport: 'tcp',
  entry: 'server',
  checks: {
    listens: { title: 'listens on the port argument', points: 1 },
    greets: { title: 'sends hello to a client', points: 4, needs: ['listens'] },
    closes: { title: 'closes the connection afterwards', points: 2, needs: ['greets'] },
    'next-client': { title: 'greets the next client too', points: 3, needs: ['greets'] },
  },
})
