import { defineExercise } from '#grader'

export default defineExercise({
  title: 'Serve files over HTTP',
  role: 'server',
  transport: 'tcp',
  entry: 'server',
  checks: {
    ok: {
      title: 'serves a page in a right response',
      points: 2,
      minor: ['bare-line-feeds', 'malformed-response'],
    },
    'not-found': {
      title: 'says 404 for a missing file and lives on',
      points: 1,
      needs: ['ok'],
      minor: ['wrong-status', 'no-reply', 'closed-without-reply'],
    },
    binary: { title: 'serves a picture byte for byte', points: 2, needs: ['ok'] },
    'split-request': { title: 'understands a request in five pieces', points: 1, needs: ['ok'] },
    empty: { title: 'survives a connection without a request', points: 1, needs: ['ok'] },
    ends: { title: 'tells where its responses end', points: 1, needs: ['ok'] },
    traversal: { title: 'serves nothing outside of ROOT', points: 1, needs: ['ok', 'not-found'] },
    method: { title: 'does not serve a POST', points: 1, needs: ['ok'] },
  },
})
