import { defineExercise } from '#grader'

export default defineExercise({
  title: 'Accept one client after another',
  role: 'server',
  transport: 'tcp',
  entry: 'server',
  checks: {
    listens: {
      title: 'listens on the port argument',
      points: 1,
      hints: {
        'exited-early': 'The accept loop is still missing: a program that waits in accept() does not end.',
      },
    },
    'first-client': {
      title: 'greets the first client and closes',
      points: 2,
      needs: ['listens'],
      hints: {
        'used-listening-socket':
          'accept() returns a NEW socket for this client: hand that one to handle(), not the listening socket.',
        'no-reply': 'Call accept(), and hand the connection it returns to handle(connection, n).',
      },
    },
    'second-client': {
      title: 'greets the second client too',
      points: 3,
      needs: ['first-client'],
      hints: { 'stale-reply': 'Count the connections: n goes up by one for every client.' },
    },
    'waiting-client': {
      title: 'serves a client that waited while another was served, in order',
      points: 2,
      needs: ['second-client'],
    },
    twenty: {
      title: 'greets twenty clients, 1 to 20, none lost, none twice',
      points: 2,
      needs: ['second-client'],
    },
  },
})
