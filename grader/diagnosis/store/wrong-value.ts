import { firstOf } from '../finding.ts'
import { quote, same, startsWith } from '../evidence/text.ts'
import { tell, type Asked, type Rule } from './asked.ts'
import { firstSeparates, named, notShared, takeTheRest } from './story.ts'

/** The value holds a = of its own, and it or what follows it is missing. */
const splitElsewhere: Rule = (asked) => {
  const { got, insert, aboutKey, value } = asked
  if (!aboutKey || insert === undefined) return null
  const stored = Buffer.from(insert.value).toString()
  const pieces = stored.split('=')
  // Cut at the second one, at all of them, or, when nothing is there, at the last one.
  const cut =
    value === '' || stored.startsWith(`${value}=`) || pieces.includes(value) || pieces.join('') === value
  if (pieces.length < 2 || !cut) return null
  const text = `${quote(insert.whole)} came back as ${quote(got)}: ${firstSeparates}`
  return tell(asked, 'wrong-reply', text, takeTheRest)
}

const worthTelling = 16

const smallBuffer: Rule = (asked) => {
  const { want, got } = asked
  const kept = got.at(-1) === 0x3d ? got.subarray(0, -1) : got
  const size = startsWith(want, got) ? got.length : kept.length
  if (size < worthTelling || got.length >= want.length || !startsWith(want, kept)) return null
  return tell(
    asked,
    'reply-truncated',
    `A datagram of ${want.length} bytes was stored, and ${size} of them came back: recvfrom(${size}) cuts a longer datagram, and the rest is gone. There is no second read as with TCP.`,
  )
}

const outdated: Rule = (asked) => {
  const { got, inserts, insert, key } = asked
  const older = inserts.find((each) => same(each.key, key) && same(each.whole, got))
  if (insert === undefined || older === undefined || same(older.whole, insert.whole)) return null
  return tell(
    asked,
    'stale-reply',
    `${quote(insert.whole, 40)} was stored after ${quote(older.whole, 40)}, and asking for ${named(key)} still gives ${quote(got, 40)}: the last value counts.`,
    'An insert replaces what is there, whatever it is.',
  )
}

const notThere: Rule = (asked) => {
  const { by, got, insert, key, aboutKey, value } = asked
  if (insert === undefined || !aboutKey || value !== '') return null
  if (insert.by !== by) {
    const hint = 'Keep the values in one place, outside the loop; the sender is only where the reply goes.'
    return tell(asked, 'wrong-reply', notShared(insert, by, `got ${quote(got, 40)}`), hint)
  }
  return tell(
    asked,
    'wrong-reply',
    `${quote(insert.whole, 40)} was stored, and asking for ${named(key)} gives ${quote(got, 40)}, as if it had never been.`,
    'Print the key when you store and when you look it up: is it the same?',
  )
}

const withoutKey: Rule = (asked) => {
  const { got, want, key } = asked
  if (got.length === 0 || !same(got, want.subarray(key.length + 1))) return null
  return tell(
    asked,
    'wrong-reply',
    `You replied ${quote(got, 40)}, the value alone. The reply repeats the key, ${quote(want, 40)}, so that a client knows which question it answers.`,
    'Build the reply from the key, a = and the value.',
  )
}

/** Replies that tell a wrong value, or none. */
export const aboutValues = firstOf<[Asked]>(splitElsewhere, smallBuffer, outdated, notThere, withoutKey)
