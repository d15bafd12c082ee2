import { defineExercise } from '#grader'

export default defineExercise({
  title: 'Look up a name in the DNS',
  role: 'client',
  transport: 'udp',
  entry: 'client',
  checks: {
    // The server answers whatever came: reading the answer is another matter.
    query: {
      title: 'sends a right query',
      points: 2,
      minor: ['wrong-query', 'wrong-byte-order'],
      hints: {
        'wrong-address':
          'Do not ask the system for the name: build the query yourself, and send it to the SERVER argument.',
      },
    },
    // Here alone names are written in full: whoever counts on pointers, as most servers use them, loses no more than this.
    one: { title: 'prints the address and exits with 0', points: 1, needs: ['query'] },
    compressed: {
      title: 'finds the address behind pointers and an alias',
      points: 2,
      needs: ['query'],
      // The answers of the other checks have no alias.
      minor: ['misread-alias'],
    },
    several: { title: 'prints all addresses of a name', points: 1, needs: ['compressed'] },
    'wrong-id': { title: 'is not deceived by a forged reply', points: 2, needs: ['compressed'] },
    nxdomain: { title: 'exits with 1 when there is no such name', points: 1, needs: ['compressed'] },
    retry: { title: 'asks again, and gives up in the end', points: 1, needs: ['compressed'] },
  },
})
