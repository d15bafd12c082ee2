import { defineExercise } from '#grader'

export default defineExercise({
  title: 'Hand a mail over to a mail server',
  role: 'client',
  transport: 'tcp',
  entry: 'client',
  checks: {
    // Whoever speaks too early may still go on rightly: the other checks greet at once.
    greeting: { title: 'waits for the greeting', points: 1, minor: ['spoke-too-early'] },
    sequence: {
      title: 'sends the right commands, each after the reply to the one before',
      points: 2,
      needs: ['greeting'],
      // The server understands these all the same.
      minor: ['wrong-command', 'bare-line-feeds'],
    },
    body: {
      title: 'delivers the message as it was, in CRLF lines',
      points: 2,
      needs: ['greeting'],
      // It arrives all the same.
      minor: ['bare-line-feeds', 'changed-message'],
    },
    'dot-stuff': { title: 'lets no dot in the message end it', points: 1, needs: ['body'] },
    multiline: { title: 'reads replies of several lines', points: 1, needs: ['sequence'] },
    rejected: { title: 'fails when it is refused', points: 2, needs: ['sequence', 'body'] },
    quit: { title: 'says QUIT and exits with 0', points: 1, needs: ['body'] },
  },
})
