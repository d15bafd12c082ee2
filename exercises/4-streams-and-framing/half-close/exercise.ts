import { defineExercise } from '#grader'

export default defineExercise({
  title: 'Answer when the client has finished',
  role: 'server',
  transport: 'tcp',
  entry: 'server',
  checks: {
    'after-eof': {
      title: 'answers after the client has finished',
      points: 3,
      hints: {
        'no-reply':
          'The end of what the client sends is recv() returning 0 bytes: leave the loop there, and answer.',
      },
    },
    'not-before': { title: 'does not answer before', points: 1, needs: ['after-eof'] },
    zero: {
      title: 'answers a client that finishes without sending',
      points: 1,
      needs: ['after-eof'],
      hints: { 'closed-without-reply': 'Nothing is an answer, too: bytes=0 lines=0.' },
    },
    multi: { title: 'counts 5 MiB, whatever pieces they come in', points: 2, needs: ['after-eof'] },
    lines: {
      title: 'counts line feeds, wherever the stream is cut',
      points: 1,
      needs: ['after-eof'],
      hints: {
        'wrong-reply':
          'Count the bytes that are LF (10), and nothing else: empty lines have one, a line in two pieces has one, a lone CR is none.',
      },
    },
    'then-closes': { title: 'closes the connection after the answer', points: 1, needs: ['after-eof'] },
    next: { title: 'serves the next client, counting from 0', points: 1, needs: ['after-eof'] },
  },
})
