import type { Mistakes } from '#grader'
import type exercise from '../../../exercises/3-udp/udp-upper-client/exercise.ts'

export default {
  'ascii-only': { fails: ['utf8'], symptom: 'wrong-encoding' },
  'binds-fixed-port': { fails: ['ephemeral'], symptom: 'client-bound-port' },
  'binds-server-port': { fails: ['datagram', 'ephemeral'], symptom: 'client-bound-port' },
  'local-upper': { fails: ['prints-reply', 'ephemeral'], symptom: 'printed-own-answer' },
  'no-exit': { fails: ['exits'], symptom: 'not-exited' },
  'no-wait': { fails: ['prints-reply', 'ephemeral'], symptom: 'did-not-wait' },
  'per-char': { fails: ['datagram', 'ephemeral'], symptom: 'split-datagram' },
  'stdin-eof': { fails: ['datagram'], symptom: 'waits-for-stdin-eof' },
  tcp: { fails: ['datagram', 'ephemeral'], symptom: 'wrong-transport' },
} satisfies Mistakes<typeof exercise>
