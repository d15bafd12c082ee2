import { defineExercise } from '#grader'

export default defineExercise({
  title: 'A chat room: what one says, all others hear',
  role: 'server',
  transport: 'tcp',
  entry: 'server',
  checks: {
    join: {
      title: 'tells a newcomer who is present, and the others who has joined',
      points: 2,
      minor: ['wrong-present', 'missing-notice', 'wrong-notice', 'heard-itself'],
    },
    broadcast: {
      title: 'passes a message on to all others, with the name of the sender',
      points: 2,
      needs: ['join'],
      minor: ['wrong-tag', 'extra-bytes'],
    },
    'not-self': { title: 'sends nobody a copy of their own message', points: 1, needs: ['broadcast'] },
    unnamed: { title: 'keeps a client without a name out of the room', points: 1, needs: ['broadcast'] },
    leave: { title: 'tells all who remain that somebody left, by FIN or RST', points: 1, needs: ['join'] },
    'bad-name': { title: 'refuses bad names and taken ones', points: 1, needs: ['join'] },
    framing: { title: 'reads lines, however they are cut into pieces', points: 1, needs: ['broadcast'] },
    'slow-reader': {
      title: 'goes on although one client never reads',
      points: 1,
      needs: ['broadcast'],
    },
  },
})
