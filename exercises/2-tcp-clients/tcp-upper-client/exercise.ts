import { defineExercise } from '#grader'

export default defineExercise({
  title: 'Send a line, print the reply',
  role: 'client',
  transport: 'tcp',
  entry: 'client',
  overlap: false,
  checks: {
    connects: { title: 'connects to the host and port arguments', points: 1 },
    sends: { title: 'sends exactly the line that was typed', points: 2, needs: ['connects'] },
    'prints-reply': { title: 'prints what the server replied', points: 3, needs: ['sends'] },
    'one-conn': { title: 'makes one connection', points: 1, needs: ['prints-reply'] },
    closes: { title: 'closes the connection', points: 1, needs: ['prints-reply'] },
    exits: { title: 'exits with code 0 after the reply', points: 2, needs: ['prints-reply'] },
  },
})
