import type { Mistakes } from '#grader'
import type exercise from '../../../exercises/4-streams-and-framing/send-all/exercise.ts'

export default {
  // How the module is loaded
  'default-export': { fails: ['whole'], symptom: 'missing-export' },
  'does-not-parse': { fails: ['whole'], symptom: 'does-not-parse' },
  'exits-when-loaded': { fails: ['whole'], symptom: 'exited-early' },
  'is-a-server': { fails: ['whole'], symptom: 'never-loaded' },
  'no-export': { fails: ['whole'], symptom: 'missing-export' },
  'no-function': { fails: ['whole'], symptom: 'missing-export' },
  'other-name': { fails: ['whole'], symptom: 'missing-export' },
  'tries-itself': { fails: ['whole'], symptom: 'crashed' },
  // How the function is called, and what it returns
  'is-async': { fails: ['whole'], symptom: 'not-awaited' },
  'never-fulfilled': { fails: ['whole'], symptom: 'did-not-return' },
  'swaps-arguments': { fails: ['whole'], symptom: 'crashed' },
  'uses-sendall': { fails: ['whole'], symptom: 'crashed' },
  // Which bytes are sent
  'adds-newline': { fails: ['whole'], symptom: 'extra-bytes' },
  'sends-latin1': { fails: ['whole'], symptom: 'damaged-bytes' },
  'sends-repr': { fails: ['whole'], symptom: 'damaged-bytes' },
  // The loop and the counts
  'assumes-length': { fails: ['uses-return'], symptom: 'assumed-length' },
  'counts-letters': { fails: ['short'], symptom: 'counted-characters' },
  'cuts-one-too-many': { fails: ['short'], symptom: 'bytes-lost' },
  'cuts-promise': { fails: ['whole'], symptom: 'not-awaited' },
  'cuts-text': { fails: ['short'], symptom: 'counted-characters' },
  'does-not-await': { fails: ['short', 'uses-return', 'error'], symptom: 'not-awaited' },
  'does-not-cut': { fails: ['short'], symptom: 'repeated-bytes' },
  'loops-on-empty': { fails: ['empty'], symptom: 'endless-send' },
  'only-bytes': { fails: ['short'], symptom: 'text-not-bytes' },
  'sends-in-background': { fails: ['error', 'real-tcp'], symptom: 'not-awaited' },
  'sends-once': { fails: ['short'], symptom: 'stopped-short' },
  'sends-twice': { fails: ['short'], symptom: 'stopped-short' },
  // Errors
  'exits-on-error': { fails: ['error'], symptom: 'exited-early' },
  'handler-fails': { fails: ['error'], symptom: 'crashed' },
  'retries-for-ever': { fails: ['error'], symptom: 'swallowed-error' },
  'swallows-error': { fails: ['error'], symptom: 'swallowed-error' },
} satisfies Mistakes<typeof exercise>
