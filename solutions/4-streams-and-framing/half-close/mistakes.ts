import type { Mistakes } from '#grader'
import type exercise from '../../../exercises/4-streams-and-framing/half-close/exercise.ts'

export default {
  'char-count': { fails: ['multi'], symptom: 'counted-characters' },
  'close-at-eof': { fails: ['after-eof'], symptom: 'closed-without-reply' },
  'counts-on': { fails: ['next'], symptom: 'stale-reply' },
  'lines-per-piece': { fails: ['lines'], symptom: 'wrong-reply' },
  'no-close': { fails: ['then-closes'], symptom: 'not-closed' },
  'no-half-open': { fails: ['after-eof'], symptom: 'closed-without-reply' },
  'reply-first-chunk': { fails: ['not-before', 'multi', 'lines'], symptom: 'replied-too-early' },
  'skips-empty': { fails: ['zero'], symptom: 'closed-without-reply' },
} satisfies Mistakes<typeof exercise>
