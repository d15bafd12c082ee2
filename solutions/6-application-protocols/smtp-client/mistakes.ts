import type { Mistakes } from '#grader'
import type exercise from '../../../exercises/6-application-protocols/smtp-client/exercise.ts'

export default {
  'blank-line': { fails: ['body'], symptom: 'changed-message' },
  blast: { fails: ['sequence'], symptom: 'talked-ahead' },
  'exits-with-0': { fails: ['rejected'], symptom: 'exit-code' },
  'first-dot': { fails: ['dot-stuff'], symptom: 'message-cut' },
  'ignores-550': { fails: ['rejected'], symptom: 'ignored-refusal' },
  'keeps-line-feeds': { fails: ['body'], symptom: 'bare-line-feeds' },
  'no-brackets': { fails: ['sequence'], symptom: 'wrong-command' },
  'no-dot': { fails: ['body'], symptom: 'message-not-ended' },
  'no-quit': { fails: ['quit'], symptom: 'said-no-quit' },
  'no-stuffing': { fails: ['dot-stuff'], symptom: 'message-cut' },
  'one-line': { fails: ['multiline'], symptom: 'half-a-reply' },
  'one-recv': { fails: ['multiline'], symptom: 'half-a-reply' },
  'talks-first': { fails: ['greeting'], symptom: 'spoke-too-early' },
  'waits-in-quit': { fails: ['quit'], symptom: 'not-exited' },
} satisfies Mistakes<typeof exercise>
