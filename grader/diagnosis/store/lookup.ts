import { firstOf, type CaseOf, type Finding } from '../finding.ts'
import { hexBeside, meaningOf } from '../evidence/meaning.ts'
import { capital, quote } from '../evidence/text.ts'
import { askedOf, tell, type Asked } from './asked.ts'
import { diagnoseSilence } from './silence.ts'
import { emptyOrSilent, named } from './story.ts'
import { aboutKeys } from './wrong-key.ts'
import { aboutValues } from './wrong-value.ts'

/** A client of a key-value server asked for a key and did not get what is stored there. */
export function diagnoseLookup(broken: CaseOf<'lookup'>): Finding {
  const { got } = broken.expectation
  if (got === null) return diagnoseSilence(broken)
  const asked = askedOf(broken, got)
  return byRules(asked) ?? otherwise(asked)
}

function byItsBytes(asked: Asked): Finding | null {
  const { key, want, got } = asked
  const meaning = meaningOf({ asked: key, want, got })
  if (meaning === null) return null
  return tell(asked, meaning.symptom, `You replied ${quote(got, 40)}${hexBeside(got)}: ${meaning.sentence}`)
}

const byRules = firstOf<[Asked]>(aboutKeys, aboutValues, byItsBytes)

function otherwise(asked: Asked): Finding {
  const { by, key, want, got, insert } = asked
  const reply = got.length === 0 ? 'an empty datagram' : quote(got)
  const question = `${capital(by)} asked for ${named(key)}`
  const stored = insert !== undefined || key.toString() === 'version'
  const text = stored
    ? `${question} and received ${reply} instead of ${quote(want)}.`
    : `${question}, where nothing was stored, and received ${reply} instead of ${quote(want)} or silence.`
  const hint = stored ? undefined : emptyOrSilent
  return tell(asked, 'wrong-reply', text, hint)
}
