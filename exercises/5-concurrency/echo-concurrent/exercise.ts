import { defineExercise } from '#grader'

export default defineExercise({
  title: 'Echo for many clients at once',
  role: 'server',
  transport: 'tcp',
  entry: 'server',
  checks: {
    'silent-first': { title: 'serves client 2 while client 1 is silent', points: 3 },
    eight: {
      title: 'talks with eight clients at once and mixes nothing',
      points: 2,
      needs: ['silent-first'],
    },
    binary: { title: 'gives back every byte from 0 to 255', points: 1 },
    big: { title: 'gives back 9 MiB to a client that reads late', points: 2 },
    drain: { title: 'sends what is left at end of file, then closes', points: 1 },
    isolated: {
      title: 'a reset of one client leaves the others alone',
      points: 1,
      needs: ['eight'],
    },
  },
})
