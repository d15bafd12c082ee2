import { defineExercise } from '#grader'

export default defineExercise({
  title: 'Send all of it, though send() takes a part',
  role: 'module',
  transport: 'tcp',
  entry: 'send-all',
  checks: {
    whole: { title: 'sends data that is taken as a whole', points: 1 },
    short: {
      title: 'goes on after a short send()',
      points: 2,
      needs: ['whole'],
      // What is wrong with the text alone, or with the counts, hides nothing of the rest.
      minor: ['not-awaited', 'counted-characters', 'text-not-bytes'],
    },
    'uses-return': {
      title: 'goes on after what was taken, not after what was offered',
      points: 2,
      needs: ['short'],
    },
    error: { title: 'lets its caller know of an error', points: 2, needs: ['short'] },
    empty: { title: 'returns when there is nothing to send', points: 1, needs: ['whole'] },
    'real-tcp': { title: 'sends 8 MiB to a reader that sleeps', points: 2, needs: ['uses-return'] },
  },
})
