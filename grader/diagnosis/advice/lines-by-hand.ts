import type { Symptom } from '../../model/symptom.ts'

/** What only some lines bring to light, as the sender's side of a pipe to `nc`; undefined where any line does. */
export const linesByHand: { readonly [symptom in Symptom]?: readonly string[] } = {
  'chunk-for-message': ["(printf hel; sleep 1; printf 'lo\\n')"],
  'lost-rest': ["printf 'one\\ntwo\\nthree\\n'"],
  'decoded-in-pieces': ["(printf 'caf\\303'; sleep 1; printf '\\251\\n')"],
  'stale-reply': ['printf hel', "printf 'lo\\n'"],
}
