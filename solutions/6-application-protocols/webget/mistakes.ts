import type { Mistakes } from '#grader'
import type exercise from '../../../exercises/6-application-protocols/webget/exercise.ts'

export default {
  decode: { fails: ['exact'], symptom: 'decoded-output' },
  'exits-early': { fails: ['large'], symptom: 'lost-at-exit' },
  'hides-errors': { fails: ['refused'], symptom: 'exit-code' },
  'keep-alive': { fails: ['conn-close'], symptom: 'kept-alive' },
  'lf-only': { fails: ['request'], symptom: 'bare-line-feeds' },
  'no-blank': { fails: ['request'], symptom: 'request-not-ended' },
  'no-host': { fails: ['request'], symptom: 'host-missing' },
  'one-recv': { fails: ['drip'], symptom: 'stopped-reading' },
  'prints-lines': { fails: ['exact'], symptom: 'extra-output' },
} satisfies Mistakes<typeof exercise>
