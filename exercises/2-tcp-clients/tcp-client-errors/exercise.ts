import { defineExercise } from '#grader'

export default defineExercise({
  title: 'Tell what went wrong',
  role: 'client',
  transport: 'tcp',
  entry: 'client',
  checks: {
    ok: { title: 'prints the reply and exits with code 0 when all goes well', points: 1 },
    refused: { title: 'exits with code 2 when the connection is refused', points: 2, needs: ['ok'] },
    eof: { title: 'exits with code 4 when the server closes without a reply', points: 2, needs: ['ok'] },
    silent: { title: 'gives up after TIMEOUT_MS of silence, with code 3', points: 2, needs: ['ok'] },
    reset: { title: 'exits with code 4 when the connection is reset', points: 1, needs: ['ok'] },
    'clean-output': {
      title: 'leaves stdout empty and says what went wrong, without a stack trace',
      points: 2,
      needs: ['ok'],
    },
  },
})
