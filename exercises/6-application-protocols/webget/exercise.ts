import { defineExercise } from '#grader'

export default defineExercise({
  title: 'Fetch a page from a web server',
  role: 'client',
  transport: 'tcp',
  entry: 'client',
  checks: {
    request: { title: 'sends a right GET request', points: 2 },
    'conn-close': { title: 'asks the server to close afterwards', points: 1 },
    small: {
      title: 'prints a short response and exits with 0',
      points: 1,
      hints: {
        'not-exited':
          'When recv() returns 0 bytes the server has finished: leave the loop and close() the socket.',
      },
    },
    drip: { title: 'prints a response that comes in 20 segments', points: 2, needs: ['small'] },
    large: { title: 'prints a response of 3 MiB', points: 1, needs: ['drip'] },
    exact: { title: 'prints the bytes as they came', points: 2, needs: ['small'] },
    refused: { title: 'fails when nobody listens', points: 1, needs: ['small'] },
  },
})
