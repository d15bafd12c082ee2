import type { Mistakes } from '#grader'
import type exercise from '../../../exercises/6-application-protocols/http-proxy/exercise.ts'

export default {
  absolute: { fails: ['forwards'], symptom: 'wrong-request' },
  'closes-without-origin': { fails: ['bad-gateway'], symptom: 'no-bad-gateway' },
  'dies-without-origin': { fails: ['bad-gateway'], symptom: 'no-bad-gateway' },
  'drops-headers': { fails: ['status'], symptom: 'dropped-header' },
  'drops-host': { fails: ['forwards'], symptom: 'host-missing' },
  'epipe-dies': { fails: ['client-leaves'], symptom: 'died-on-reset' },
  'host-of-proxy': { fails: ['forwards'], symptom: 'wrong-request' },
  'ignores-port': { fails: ['forwards'], symptom: 'not-forwarded' },
  'keeps-alive': { fails: ['status'], symptom: 'waits-for-origin' },
  'one-recv': { fails: ['body'], symptom: 'reply-cut-short' },
  'one-recv-request': { fails: ['split'], symptom: 'chunk-for-message' },
  'says-200': { fails: ['status'], symptom: 'wrong-status' },
  sequential: { fails: ['concurrent'], symptom: 'one-at-a-time' },
  text: { fails: ['body'], symptom: 'damaged-bytes' },
} satisfies Mistakes<typeof exercise>
