import type { Symptom } from '../../model/symptom.ts'
import { quote, sized } from '../evidence/text.ts'
import { different, finding, type CaseOf, type Finding } from '../finding.ts'
import { failedAlive, whatItDoes } from '../server/stream.ts'
import { cutShort } from './output-cut.ts'
import { changed, surplus } from './output-bytes.ts'

type Output = CaseOf<'output'>

// Long enough not to occur by chance.
const distinctive = 32
const longestRemark = 200
const ending = 8

const bare = (bytes: Uint8Array) =>
  Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\r\n]+/g, '')

/** What a language shows of a value that is no text. */
export function asDisplayed(got: Uint8Array): string | null {
  const printed = Buffer.from(got.subarray(0, 2000)).toString('utf8').trim()
  if (/^b'HTTP|\bb"HTTP/.test(printed)) return 'that is how Python displays bytes.'
  if (/<Buffer [0-9a-f ]+/.test(printed)) return 'that is how Node displays a Buffer.'
  if (/Uint8Array\(\d+\)|^\d{1,3}(,\d{1,3})+$/.test(printed)) return 'that is how JavaScript displays bytes.'
  if (/\[object Promise\]|Promise \{|<coroutine object/.test(printed))
    return 'that is a promise of bytes, and its `await` is missing.'
  return null
}

/** What was sent did not come out of standard output as it should have. */
export function diagnoseOutput(broken: Output): Finding {
  const { pieces, got, exactly } = broken.expectation
  const want = Buffer.concat(pieces)
  if (got.length === 0) return nothingPrinted(broken, want)
  const odd = asDisplayed(got)
  if (odd !== null) {
    const symptom = odd.includes('promise') ? 'printed-promise' : 'changed-output'
    const text = `The server answered ${quote(want, 30)}, and you printed ${quote(got, 40)}: ${odd}`
    return about(symptom, text, broken)
  }
  const [wanted, printed] = [bare(want), bare(got)]
  const start = printed.indexOf(wanted.slice(0, distinctive))
  if (start === -1 && lacksHead(want, printed)) {
    const text =
      'You printed the body only. Standard output gets the whole response as it came, the status line and the headers too.'
    return about('changed-output', text, broken)
  }
  const cut = start === -1 ? null : cutAt(wanted, printed.slice(start))
  const short = cut === null ? null : cutShort(broken, want, inBytes(want, cut))
  if (short !== null) return short
  const found = (exactly ? surplus(want, got) : null) ?? changed(want, got)
  return different(found.symptom, found.message, want, got)
}

const about = (symptom: Symptom, message: string, { expectation }: Output): Finding =>
  finding(symptom, message, sized(Buffer.concat(expectation.pieces)), sized(expectation.got))

function lacksHead(want: Buffer, printed: string): boolean {
  const body = bare(want.subarray(want.indexOf('\r\n\r\n')))
  return body.length >= distinctive && printed.includes(body.slice(0, distinctive))
}

/** How much of `wanted` was printed when the rest was not; null when it goes on differently. */
function cutAt(wanted: string, printed: string): number | null {
  let common = 0
  while (common < printed.length && printed[common] === wanted[common]) common++
  if (common === wanted.length) return null
  const more = printed.slice(common) // a remark of its own, perhaps
  return more.length < longestRemark && !more.includes(wanted.slice(-ending)) ? common : null
}

/** As many letters of it, with the line ends between and behind them. */
function inBytes(want: Buffer, letters: number): number {
  const isLineEnd = (byte: number | undefined) => byte === 13 || byte === 10
  let at = 0
  for (let left = letters; at < want.length && (left > 0 || isLineEnd(want[at])); at++)
    if (!isLineEnd(want[at])) left--
  return at
}

function nothingPrinted(broken: Output, want: Buffer): Finding {
  const { expectation, program, transcript } = broken
  const expected = `${sized(want)} on standard output`
  const tell = (symptom: Symptom, message: string): Finding => ({
    ...finding(symptom, message, expected, 'nothing was printed'),
    hint: 'Write the bytes of every recv() to standard output as they are, until it returns 0 bytes.',
  })
  const answer = `The server answered ${quote(want, 30)}`
  if (program.stderr.includes('HTTP/1.1 200'))
    return tell(
      'reply-not-printed',
      `${answer}, and that is on your standard error. It belongs on standard output.`,
    )
  if (expectation.why === 'silence') {
    const text = `${answer} and closed, and you have printed nothing of it.${whatItDoes(broken)}`
    return failedAlive(broken) ?? tell('reply-not-printed', text)
  }
  const [exit, sent] = ['exit', 'send'].map((name) =>
    transcript.findIndex(({ event }) => event === name),
  ) as [number, number]
  if (exit !== -1 && (sent === -1 || exit < sent))
    return tell(
      'did-not-wait',
      'Your program had ended before the answer came: you sent the request and left. Wait for the answer.',
    )
  return tell('reply-not-printed', `${answer}, and your program ended without having printed anything.`)
}
