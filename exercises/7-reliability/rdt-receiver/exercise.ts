import { defineExercise } from '#grader'

export default defineExercise({
  title: 'Receive a file over a network that loses, repeats and damages',
  role: 'server',
  transport: 'udp',
  entry: 'receiver',
  checks: {
    clean: {
      title: 'writes the file, and acknowledges every packet',
      points: 2,
      hints: { 'exited-early': 'Stay in the loop until a whole packet with FIN has come.' },
    },
    dup: { title: 'acknowledges a repeated packet again, and writes it once', points: 2, needs: ['clean'] },
    corrupt: { title: 'neither writes nor acknowledges a damaged packet', points: 2, needs: ['clean'] },
    'ack-format': { title: 'acknowledges in the right form', points: 1, needs: ['clean'] },
    binary: { title: 'takes any bytes, up to 1000 of them, and an empty file', points: 1, needs: ['clean'] },
    'last-ack': { title: 'stays for a repeated FIN, and then ends', points: 1, needs: ['clean'] },
    'second-sender': { title: 'ignores packets of a stranger', points: 1, needs: ['clean'] },
  },
})
