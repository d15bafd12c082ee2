import { defineExercise } from '#grader'

export default defineExercise({
  title: 'Stand between a browser and the web',
  role: 'server',
  transport: 'tcp',
  entry: 'proxy',
  checks: {
    forwards: {
      title: 'asks the origin for the path, with a Host',
      points: 2,
      minor: ['wrong-request', 'host-missing', 'bare-line-feeds', 'request-not-ended'],
    },
    body: { title: 'passes a megabyte on, byte for byte', points: 2, needs: ['forwards'] },
    status: { title: 'passes status and headers on', points: 1, needs: ['forwards'] },
    'bad-gateway': {
      title: 'says 502 when the origin is down, and lives on',
      points: 1,
      needs: ['forwards'],
    },
    concurrent: { title: 'serves others while an origin is slow', points: 2, needs: ['forwards'] },
    split: { title: 'understands a request in five pieces', points: 1, needs: ['forwards'] },
    'client-leaves': { title: 'survives a client that leaves halfway', points: 1, needs: ['forwards'] },
  },
})
