import type { Mistakes } from '#grader'
import type exercise from '../../../exercises/6-application-protocols/http-server/exercise.ts'

export default {
  '404-dies': { fails: ['not-found'], symptom: 'died-on-missing-file' },
  'compares-prefix': { fails: ['traversal'], symptom: 'escaped-root' },
  'counts-characters': { fails: ['ends'], symptom: 'wrong-length' },
  escape: { fails: ['traversal'], symptom: 'escaped-root' },
  'extra-newline': { fails: ['binary'], symptom: 'extra-bytes' },
  'index-error': { fails: ['empty'], symptom: 'died-on-eof' },
  'lf-only': { fails: ['ok'], symptom: 'bare-line-feeds' },
  'looks-for-dots': { fails: ['traversal'], symptom: 'escaped-root' },
  'never-closes': { fails: ['ends'], symptom: 'not-closed' },
  'no-blank': { fails: ['ok'], symptom: 'head-not-ended' },
  'no-length': { fails: ['ends'], symptom: 'end-unknown' },
  'no-status-line': { fails: ['ok'], symptom: 'wrong-status-line' },
  'one-recv': { fails: ['split-request'], symptom: 'chunk-for-message' },
  'says-200': { fails: ['not-found'], symptom: 'wrong-status' },
  'serves-post': { fails: ['method'], symptom: 'wrong-status' },
  'text-mode': { fails: ['binary'], symptom: 'damaged-bytes' },
} satisfies Mistakes<typeof exercise>
