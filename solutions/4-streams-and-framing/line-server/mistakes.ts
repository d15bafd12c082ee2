import type { Mistakes } from '#grader'
import type exercise from '../../../exercises/4-streams-and-framing/line-server/exercise.ts'

export default {
  'answers-nothing': { fails: ['explores'], symptom: 'extra-bytes' },
  'chunk-is-line': { fails: ['split'], symptom: 'chunk-for-message' },
  'cuts-at-a-cr': { fails: ['explores'], symptom: 'chunk-for-message' },
  'decode-chunk': { fails: ['utf8-split'], symptom: 'decoded-in-pieces' },
  'ends-at-empty-line': { fails: ['crlf-empty'], symptom: 'closed-without-reply' },
  'first-only': { fails: ['coalesced'], symptom: 'lost-rest' },
  'forgets-the-beginning': { fails: ['explores'], symptom: 'lost-rest' },
  'global-buffer': { fails: ['per-conn'], symptom: 'stale-reply' },
  'looks-at-the-end': { fails: ['split'], symptom: 'no-reply' },
  'never-ends': { fails: ['one', 'per-conn'], symptom: 'not-closed' },
  'short-limit': { fails: ['long'], symptom: 'crashed' },
  'splits-at-form-feeds': { fails: ['explores'], symptom: 'wrong-reply' },
  'strips-lines': { fails: ['explores'], symptom: 'wrong-reply' },
  'text-makefile-rw': { fails: ['coalesced'], symptom: 'lost-rest' },
  'upper-cases-chunks': { fails: ['split'], symptom: 'chunk-for-message' },
  'waits-eof': { fails: ['one'], symptom: 'waits-for-eof' },
  'waits-for-a-short-read': { fails: ['explores'], symptom: 'waits-for-eof' },
} satisfies Mistakes<typeof exercise>
