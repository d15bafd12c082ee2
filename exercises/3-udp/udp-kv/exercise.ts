import { defineExercise } from '#grader'

export default defineExercise({
  title: 'Keep values under keys, over UDP',
  role: 'server',
  transport: 'udp',
  entry: 'server',
  checks: {
    'set-get': { title: 'stores values and tells them when asked', points: 2 },
    'first-eq': { title: 'separates at the first =', points: 1, needs: ['set-get'] },
    empties: { title: 'knows the empty value and the empty key', points: 1, needs: ['overwrite'] },
    shared: {
      title: 'has one store for all, and answers who asked',
      points: 2,
      needs: ['set-get'],
    },
    'silent-insert': { title: 'does not answer an insert', points: 1, needs: ['set-get'] },
    version: { title: 'tells its version, which nobody can change', points: 1, needs: ['set-get'] },
    'odd-keys': { title: 'takes any text as a key', points: 1, needs: ['set-get'] },
    overwrite: { title: 'keeps the last value', points: 1, needs: ['set-get'] },
    explores: {
      title: 'holds 24 random conversations',
      points: 0,
      needs: ['first-eq', 'empties', 'shared', 'silent-insert', 'version', 'odd-keys'],
    },
  },
})
