import { defineExercise } from '#grader'

export default defineExercise({
  title: 'Answer every client in upper case',
  role: 'server',
  transport: 'tcp',
  entry: 'server',
  checks: {
    listens: { title: 'listens on the port argument', points: 1 },
    upper: { title: 'replies with the upper-cased message', points: 2, needs: ['listens'] },
    exact: { title: 'sends nothing but the reply', points: 1, needs: ['upper'] },
    closes: { title: 'closes the connection after the reply', points: 2, needs: ['upper'] },
    'next-client': { title: 'serves the next client', points: 2, needs: ['upper'] },
    'fresh-data': {
      title: 'answers what this client sent, whatever it is',
      points: 1,
      needs: ['next-client'],
    },
    'empty-client': {
      title: 'survives a client that closes without sending',
      points: 1,
      needs: ['next-client'],
      hints: {
        'served-only-once':
          'recv() returned 0 bytes: the client has finished. Close this connection and go back to accept().',
      },
    },
  },
})
