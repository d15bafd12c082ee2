import { finding, firstOf } from '../finding.ts'
import { decode, quote, quoteText, same, sized } from '../evidence/text.ts'
import { tell, type Asked, type Rule } from './asked.ts'
import { emptyOrSilent, named } from './story.ts'

const version = 'version'
const isVersion = ({ key }: Asked) => Buffer.from(key).toString() === version

const versionChanged: Rule = (asked) => {
  const { want, got, inserts } = asked
  const culprit = inserts.find((each) => isVersion({ ...asked, key: each.key }) && same(each.whole, got))
  if (!isVersion(asked) || culprit === undefined) return null
  return tell(
    asked,
    'wrong-reply',
    `${quote(culprit.whole)} changed the version: the reply was ${quote(want)} before, and now it is ${quote(got)}. No insert may change this key.`,
    'Compare the key with `version` before you store.',
  )
}

const noVersion: Rule = (asked) => {
  if (!isVersion(asked) || !asked.aboutKey || asked.value !== '') return null
  return finding(
    'wrong-reply',
    `Asked for 'version' you replied ${quote(asked.got)}, with nothing behind the =: every server has a version, from its start. Any text will do.`,
    '`version=` and some text',
    sized(asked.got),
  )
}

// What languages have in their objects.
const inherited = /native code|\[object|\[Function|^function\b|^<(?:built-in|bound|method|class|slot)/

const plainObject: Rule = (asked) => {
  const { key, got, insert, aboutKey, value } = asked
  if (!aboutKey || !inherited.test(value)) return null
  const kind = value.includes('object') ? 'an object' : 'a function'
  const after = insert === undefined ? 'nothing was stored there' : `${quote(insert.whole, 30)} was stored`
  return tell(
    asked,
    'wrong-reply',
    `Asking for ${named(key)} returned ${kind} of the language, ${quote(got, 40)}, although ${after}: a plain object inherits properties that are none of your keys. A Map has none.`,
    'Keep the values in a Map: it holds what you put there, and nothing else.',
  )
}

// What languages show where there is no value.
const missing = /^(?:undefined|null|None|NaN|nil|b''|""|\[\]|\{\})$/

const shownForNothing: Rule = (asked) => {
  const { key, got, insert, aboutKey, value } = asked
  if (insert !== undefined || !aboutKey || value === '' || isVersion(asked)) return null
  const why = missing.test(value) ? `: ${quoteText(value)} is how your language shows a missing value` : ''
  const text = `Nothing was stored under ${named(key)}, and you replied ${quote(got, 40)}${why}.`
  return tell(asked, 'wrong-reply', text, emptyOrSilent)
}

/** The letters outside ASCII were taken apart on the way. */
const misread: Rule = (asked) => {
  const { want, got } = asked
  const text = decode(got)
  if (text === null || same(got, want) || !same(Buffer.from(text, 'latin1'), want)) return null
  return tell(
    asked,
    'wrong-encoding',
    `You replied ${quote(got, 40)} instead of ${quote(want, 40)}: the bytes were read as Latin-1, and their letters sent as UTF-8. Datagrams hold UTF-8 in both directions.`,
    'Decode and encode with UTF-8, or keep the bytes as they are.',
  )
}

const twoKeysAlike: Rule = (asked) => {
  const { key, inserts, aboutKey, value } = asked
  const owner = inserts.findLast(
    (each) => Buffer.from(each.value).toString() === value && !same(each.key, key),
  )
  if (owner === undefined || !aboutKey || value === '') return null
  return tell(
    asked,
    'wrong-reply',
    `Asked for ${named(key)} you replied with what was stored under ${named(owner.key)}, ${quoteText(value, 30)}: these are two keys. Two keys are the same only when all their bytes are.`,
    'Use the key as it came: no trimming, no change of case, no letter left out.',
  )
}

/** Replies from which another key looks out, or none at all. */
export const aboutKeys = firstOf<[Asked]>(
  versionChanged,
  noVersion,
  plainObject,
  misread,
  twoKeysAlike,
  shownForNothing,
)
