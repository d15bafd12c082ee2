import { defineExercise } from '#grader'

export default defineExercise({
  title: 'Send one datagram, print the reply',
  role: 'client',
  transport: 'udp',
  entry: 'client',
  overlap: false,
  checks: {
    datagram: { title: 'sends the typed line in one datagram', points: 2 },
    'prints-reply': { title: 'prints what the server replied', points: 3, needs: ['datagram'] },
    waits: { title: 'waits for a reply that takes 700 ms', points: 1, needs: ['prints-reply'] },
    // Needs nothing: a client that binds the server's port fails here for that reason, whatever else it fails.
    ephemeral: { title: 'leaves its port to the system, so that two clients can run', points: 1 },
    exits: { title: 'exits with code 0 after the reply', points: 2, needs: ['prints-reply'] },
    utf8: { title: 'sends letters outside ASCII as UTF-8', points: 1, needs: ['datagram'] },
  },
})
