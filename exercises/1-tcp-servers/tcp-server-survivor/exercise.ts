import { defineExercise } from '#grader'

export default defineExercise({
  title: 'Outlive rude clients',
  role: 'server',
  transport: 'tcp',
  entry: 'server',
  checks: {
    twenty: { title: 'serves 20 clients, one after the other', points: 2 },
    reset: { title: 'survives clients that reset their connection', points: 2, needs: ['twenty'] },
    'gone-before-reply': {
      title: 'survives clients that are gone before their answer',
      points: 2,
      needs: ['reset'],
    },
    burst: { title: 'serves 10 clients that connect at once', points: 2, needs: ['twenty'] },
    'no-leak': {
      title: 'closes every connection, the broken ones too',
      points: 1,
      needs: ['gone-before-reply'],
    },
    restart: { title: 'starts again on the same port at once', points: 1, needs: ['twenty'] },
  },
})
