import { linesShown } from '../evidence/room.ts'
import { capital, decode, quote, quoteText } from '../evidence/text.ts'
import { different, finding, type CaseOf, type Finding } from '../finding.ts'
import { bytesOfText } from '../evidence/text.ts'

type Hear = CaseOf<'hear'>

const textOf = (bytes: Uint8Array) => decode(bytes) ?? quote(bytes)

/** What a newcomer was told instead of who is present; null when it was told nothing. */
export function wrongList(broken: Hear): Finding | null {
  const { expectation } = broken
  const { by, want, heard, rest } = expectation
  const lines = [...heard, ...(rest.length > 0 ? [rest] : [])]
  const [first] = lines
  if (first === undefined) return null
  const gave = `${capital(by)} gave the name ${quoteText(want.text)}`
  if (lines.length === 1 && first.length === 0) {
    const text = `${gave} and was told nothing, as the first one in the room. Whoever joins is told who is present, and when nobody is, that line has no names.`
    const hint = 'Send that line also when there is no name to put into it.'
    return { ...finding('wrong-present', text, quoteText(want.line), 'nothing'), hint }
  }
  const refused = lines.find((line) => /^error/i.test(textOf(line)))
  if (refused !== undefined) {
    const text = `${gave}, which is a good one (1 to 16 letters and digits) and not taken, and was refused: ${quote(refused, 60)}.`
    const before = formerOwner(broken)
    if (before !== null) {
      const had = `${gave}, which was ${before}'s until ${before} left, and was refused: ${quote(refused, 60)}. The name of somebody who has left is free again.`
      const hint =
        'Where a connection ends, remove its member, or its name, from everything that remembers it.'
      return { ...finding('refused-good-name', had, quoteText(want.line), quote(refused)), hint }
    }
    return finding('refused-good-name', text, quoteText(want.line), quote(refused))
  }
  const list = lines.find((line) => /present/i.test(textOf(line)))
  if (list === undefined) {
    const text = `${gave} and received ${linesShown(lines)}, but nothing about who is present.`
    return different('wrong-present', text, bytesOfText(want.line), lines.at(-1) ?? first)
  }
  const got = textOf(list)
  const said = `${gave} and was told ${quote(list, 60)}`
  const tell = (why: string) => different('wrong-present', `${said}${why}`, bytesOfText(want.line), list)
  if (got.includes(want.text))
    return tell(`, with its own name in it: the list holds the others, those who were there before.`)
  const absent = want.names.filter((name) => !got.includes(name))
  const inOtherCase = absent.find((name) => got.toLowerCase().includes(name.toLowerCase()))
  if (inOtherCase !== undefined) return tell(`: the name ${quoteText(inOtherCase)} is not as it was given.`)
  if (absent.length > 0)
    return tell(`: ${absent.map((name) => quoteText(name)).join(' and ')}, present since before, is missing.`)
  if (list === rest) return tell(' without an LF at its end: every line ends with one.')
  const at = got.indexOf('* present:')
  if (at > 0)
    return tell(
      `. In front of the list stands ${quoteText(got.slice(0, at))}, and a client is told nothing before that line.`,
    )
  const listed = got
    .slice(got.indexOf(':') + 1)
    .split(/[\s,;]+/)
    .filter((name) => /\w/.test(name))
  const more = at === 0 ? listed.filter((name) => !want.names.includes(name)) : []
  if (more.length > 0) return tell(`: nobody of the name ${quoteText(more[0] ?? '')} is present.`)
  return tell(` instead of ${quoteText(want.line)}. The client reads exactly this form.`)
}

/** Who had the same name before, and left. */
function formerOwner({ transcript, expectation: { by, want } }: Hear): string | null {
  const named = transcript.find(
    ({ actor, event, bytes }) =>
      actor !== by && event === 'send' && textOf(bytes ?? new Uint8Array()) === `${want.text}\n`,
  )?.actor
  const left = transcript.some(
    ({ actor, event }) => actor === named && (event === 'finish' || event === 'abort'),
  )
  return left ? (named ?? null) : null
}

/** What a client with a bad name was told; null when it was told nothing. */
export function refusedWrongly({ expectation }: Hear): Finding | null {
  const { by, want, heard, rest, why } = expectation
  const lines = [...heard, ...(rest.length > 0 ? [rest] : [])]
  const [first] = lines
  const gave = `${capital(by)} gave the name ${quoteText(want.text)}, ${whatIsBad(want.text)}`
  if (first === undefined) {
    if (why === 'silence') return null
    const text = `${gave}, and its connection was closed without a word. First comes a line that begins with 'error'.`
    return finding('wrong-refusal', text, "'error …', then the end", 'the end of the connection')
  }
  if (heard.length > 0 && textOf(first).startsWith('error')) {
    const text = `${gave}, and was told so, but 2 s later its connection is still open. After the line that begins with 'error' close it.`
    return finding('not-closed', text, 'the end of the connection', 'a connection that stays open')
  }
  const got = lines.find((line) => /present/i.test(textOf(line)))
  if (got !== undefined) {
    const text = `${gave}, and was let in: ${quote(got, 60)}.${ofTheirLanguage(want.text)}`
    return finding('took-bad-name', text, "'error …', then the end", quote(got))
  }
  if (rest.length > 0 && textOf(rest).startsWith('error')) {
    const text = `${gave}, and was told ${quote(rest, 60)} without an LF at its end: every line ends with one.`
    return finding('wrong-refusal', text, "a line 'error …'", quote(rest))
  }
  if (why === 'silence' && !lines.some((line) => /error/i.test(textOf(line)))) {
    const text = `${gave}, and was not refused: it received ${linesShown(lines)}.${ofTheirLanguage(want.text)}`
    return finding('took-bad-name', text, "'error …', then the end", quote(first))
  }
  const text = `${gave}, and received ${linesShown(lines)}: the line begins with 'error', in small letters.`
  return finding('wrong-refusal', text, "a line 'error …', then the end", quote(first))
}

function whatIsBad(name: string): string {
  if (name === '') return 'an empty line'
  if (/^[A-Za-z0-9]+$/.test(name))
    return name.length > 16 ? `of ${name.length} letters` : 'which somebody present has'
  const odd = /[^A-Za-z0-9]/u.exec(name)?.[0] ?? ''
  return `with ${odd === ' ' ? 'a blank' : `'${odd}'`} in it`
}

const ofTheirLanguage = (name: string) =>
  /[^\0-\x7f]/.test(name)
    ? " Python's isalnum() and \\w take letters of all languages; here only A to Z, a to z and 0 to 9 are right."
    : /^[\w-]+$/.test(name) && /[_-]/.test(name)
      ? ' Only A to Z, a to z and 0 to 9 are right.'
      : ''
