import type { MailFault } from '../../model/expectation-mail.ts'
import type { MessageFlaw } from '../../model/mail.ts'
import { firstDifference } from '../evidence/caret.ts'
import { bytesOfText, count, quote, quoteText, slice } from '../evidence/text.ts'
import { different, finding, type CaseOf, type Finding } from '../finding.ts'
import { failedAlive, whatItDoes } from '../server/stream.ts'

type Of<Kind extends MessageFlaw['of']> = Extract<MessageFlaw, { of: Kind }>
type Rules = { readonly [Kind in MessageFlaw['of']]: (flaw: Of<Kind>) => Finding }

const line = (text: string) => quoteText(text, 40)
/** Shown in front of the first difference. */
const before = 12

/** The mail that arrived is not the one that was on standard input. */
export const diagnoseMessage = (flaw: MessageFlaw): Finding =>
  (rules[flaw.of] as (flaw: MessageFlaw) => Finding)(flaw)

const rules: Rules = {
  'bare-lf'({ bare, all }) {
    const which =
      bare >= all ? 'the lines of your message' : `${bare} of the ${count(all, 'line')} of your message`
    const text = `On the wire every line ends in CR LF (0D 0A), and ${which} ended in a bare LF (0A), as they were on standard input.`
    const hint = 'Take the message apart into its lines, and send each of them with `\\r\\n` behind it.'
    return { ...finding('bare-line-feeds', text, 'CR LF', 'LF'), hint }
  },

  'double-cr'() {
    const text =
      'The lines on standard input ended in CR LF, and on the wire in CR CR LF (0D 0D 0A): you replaced the LF and left the CR.'
    const hint = 'Take off a CR at the end of a line before you add CR LF.'
    return { ...finding('changed-message', text, 'CR LF', 'CR CR LF'), hint }
  },

  'last-line'() {
    const text =
      'Your message arrived with an empty line more at its end. Its last line has a line end already: add one only where it is missing, and then the line with the dot.'
    const [expected, actual] = ["the last line, then '.\\r\\n'", "the last line, '\\r\\n', then '.\\r\\n'"]
    const hint = 'Cut the text into lines first; what is empty behind the last line end is no line.'
    return { ...finding('changed-message', text, expected, actual), hint }
  },

  cut(flaw) {
    const text = `Your message was cut at its '.' line, line ${flaw.line} of ${flaw.all}: for the server that dot was the end. Double a leading dot; the server takes one away again.`
    return finding('message-cut', text, count(flaw.all, 'line'), count(flaw.line - 1, 'line'))
  },

  'dot-lost'(flaw) {
    const where = flaw.line === 1 ? ', in the first line, too' : ' in every line that begins with one'
    const text = `Line ${flaw.line} of your message was ${line(flaw.want)} and arrived as ${line(flaw.got)}: the server takes a leading dot away. Double it${where}.`
    return finding('message-cut', text, line(flaw.want), line(flaw.got))
  },

  'dot-added'(flaw) {
    const text = `${arrived(flaw)}: one dot too many. Only a dot at the beginning of a line is doubled, once.`
    return different('changed-message', text, bytesOfText(flaw.want), bytesOfText(flaw.got))
  },

  short({ lines, all }) {
    const text = `Only ${count(lines, 'line')} of your message arrived, and it has ${all}. It reaches to the end of standard input.`
    const hint = 'Read standard input to its end, as the stub does, and send every line of it.'
    return { ...finding('changed-message', text, count(all, 'line'), count(lines, 'line')), hint }
  },

  line({ line: at, want, got }) {
    if (want === null) {
      const text = `Your message has ${count(at - 1, 'line')}, and then ${line(got)} arrived: nothing follows it but the line with the dot.`
      return finding('changed-message', text, 'the end of the message', line(got))
    }
    const text = `${arrived({ line: at, want, got })}. Send the bytes of each line as they are.`
    return different('changed-message', text, bytesOfText(want), bytesOfText(got))
  },
}

function arrived({ line: at, want, got }: Omit<Of<'dot-added'>, 'of'>): string {
  const [wanted, came] = [bytesOfText(want), bytesOfText(got)]
  const apart = firstDifference(wanted, came)
  const here = (bytes: Uint8Array) => quote(slice(bytes, apart - before, bytes.length).part, 30)
  const where = apart > before ? ', here from its middle on,' : ''
  return `Line ${at} of your message${where} was ${here(wanted)} and arrived as ${here(came)}`
}

/** The mail came, or a part of it, and no dot. */
export function unended(
  { tail, why }: Extract<MailFault, { of: 'unended' }>,
  broken: CaseOf<'mail'>,
): Finding {
  const expected = "'\\r\\n.\\r\\n'"
  if (tail.length === 0) {
    const text = `After 354 it is your turn to send the mail, and nothing came.${why === 'silence' ? whatItDoes(broken) : ' Your client hung up.'}`
    return failedAlive(broken) ?? finding('stopped-talking', text, 'the mail', 'nothing')
  }
  const end = Buffer.from(tail.subarray(-24))
  const quits = /\nquit\r?\n?$/i.test(end.toString('latin1'))
  const waits =
    why === 'silence' ? 'The server still waits for the end of DATA' : 'You hung up before the end of DATA'
  const what = quits ? ' Your QUIT became a line of the mail.' : ''
  const text = `${waits}: CR LF . CR LF, a line with nothing but a dot. Your mail ends with ${quote(end, 40)}.${what}`
  return failedAlive(broken) ?? finding('message-not-ended', text, expected, quote(end, 60))
}
