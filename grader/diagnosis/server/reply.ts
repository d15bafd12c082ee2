import { damaged } from './damage.ts'
import { different, finding, type CaseOf, type Finding } from '../finding.ts'
import { miscounted } from './half-close.ts'
import { hexBeside, meaningOf, rest } from '../evidence/meaning.ts'
import { bytesOf, overtakerOf, received, sent, servedBefore, whatItDid } from '../evidence/story.ts'
import { capital, count, includes, quote, same, sized } from '../evidence/text.ts'
import { pointOut } from '../evidence/caret.ts'

/** A client received something else than it wanted. */
export function diagnoseReply(broken: CaseOf<'stream'>): Finding {
  const { by, want, got } = broken.expectation
  return (
    miscounted(broken) ??
    cutShort(broken) ??
    ofAnother(broken) ??
    damaged(broken.expectation) ??
    meant(broken) ??
    different(
      'wrong-reply',
      `${whatItDid(broken, by)} and received ${quote(got)} instead of ${quote(want)}.`,
      want,
      got,
    )
  )
}

function cutShort(broken: CaseOf<'stream'>): Finding | null {
  const { by, want, got, why } = broken.expectation
  const missing = rest(want, got)
  if (missing === null) return null
  const then =
    why === 'end'
      ? 'the connection was closed'
      : why === 'reset'
        ? 'the connection was reset'
        : 'nothing more came'
  const lacks = missing.length <= 12 ? `: ${quote(missing)} is missing at the end` : ''
  const text = `${whatItDid(broken, by)} and received only ${count(got.length, 'byte')} of ${want.length}, ${quote(got, 40)}; then ${then}${lacks}.`
  return different('reply-cut-short', text, want, got)
}

// The bytes tell whose answer it is.
function ofAnother(broken: CaseOf<'stream'>): Finding | null {
  const { by, want, got } = broken.expectation
  const overtaker = overtakerOf(broken, by)
  if (
    overtaker !== undefined &&
    includes(
      bytesOf(broken.transcript.filter(({ actor, event }) => actor === overtaker && event === 'receive')),
      want,
    )
  ) {
    const text = `${capital(by)} had connected first, but ${overtaker} was served before it: ${by} received ${quote(got)}, and ${overtaker} the ${quote(want)} that was its turn.`
    return different('served-out-of-order', text, want, got)
  }
  const earlier = servedBefore(broken, by).find((client) => same(received(broken, client), got))
  if (earlier !== undefined) {
    const text = `${capital(by)} was told ${quote(got)}, the same as ${earlier} before; its own answer is ${quote(want)}.`
    return different('stale-reply', text, want, got)
  }
  const before = servedBefore(broken, by).find(
    (client) => received(broken, client).length > 1 && includes(got, received(broken, client)),
  )
  if (before === undefined) return null
  const text = `${capital(by)} was told ${quote(got)}, which holds what ${before} was told before: something is kept from one client to the next.`
  return different('stale-reply', text, want, got)
}

function meant(broken: CaseOf<'stream'>): Finding | null {
  const { by, want, got } = broken.expectation
  const meaning = meaningOf({ asked: bytesOf(sent(broken, by)), want, got })
  if (meaning === null) return null
  return different(
    meaning.symptom,
    `You replied ${quote(got, 40)}${hexBeside(got)}: ${meaning.sentence}`,
    want,
    got,
  )
}

/** More came than was wanted, before or after it. */
export function diagnoseExtra(broken: CaseOf<'nothing-more'>): Finding {
  const { by, want, got } = broken.expectation
  const meaning = meaningOf({ asked: bytesOf(sent(broken, by)), want, got })
  const more =
    meaning?.symptom === 'extra-bytes'
      ? meaning.sentence
      : `more than the client expects. Send only ${quote(want)}.`
  return finding(
    'extra-bytes',
    `You sent ${quote(got, 40)}${hexBeside(got)}, ${more}`,
    sized(want),
    pointOut(want, got),
  )
}
