import { defineExercise } from '#grader'

export default defineExercise({
  title: 'A relay between client and server',
  role: 'server',
  transport: 'tcp',
  entry: 'relay',
  checks: {
    'both-ways': {
      title: 'carries bytes both ways, whoever speaks first',
      points: 2,
      minor: ['damaged-bytes'],
    },
    'half-close': {
      title: 'passes on the end of one direction, and keeps the other',
      points: 2,
      needs: ['both-ways'],
    },
    duplex: { title: 'carries 16 MiB each way at once', points: 2, needs: ['both-ways'] },
    refused: {
      title: 'closes a client whose server is not there, and lives on',
      points: 1,
      needs: ['both-ways'],
    },
    parallel: { title: 'keeps two clients and their servers apart', points: 1, needs: ['both-ways'] },
    backpressure: {
      title: 'takes no more from one side than the other takes',
      points: 1,
      needs: ['both-ways'],
    },
    'no-spin': { title: 'sleeps while nobody says anything', points: 1, needs: ['both-ways'] },
  },
})
