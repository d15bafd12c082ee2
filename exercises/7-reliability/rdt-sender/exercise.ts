import { defineExercise } from '#grader'

export default defineExercise({
  title: 'Send a file over a network that loses, repeats and damages',
  role: 'client',
  transport: 'udp',
  entry: 'sender',
  checks: {
    clean: {
      title: 'sends the file packet by packet, and ends',
      points: 1,
      // It can still wait, repeat and give up as it should.
      minor: ['not-exited', 'exit-code'],
    },
    'stop-and-wait': { title: 'waits for each ACK before the next packet', points: 2, needs: ['clean'] },
    loss: {
      title: 'repeats a lost packet after 200 ms',
      points: 2,
      needs: ['stop-and-wait'],
      minor: ['repeated-too-late'],
    },
    'ack-loss': { title: 'repeats a packet whose ACK was lost', points: 1, needs: ['loss'] },
    'wrong-ack': { title: 'ignores old and damaged ACKs', points: 2, needs: ['loss'] },
    'gives-up': { title: 'gives up after ten transmissions', points: 1, needs: ['loss'] },
    empty: { title: 'sends an empty file as one packet', points: 1, needs: ['clean'] },
  },
})
