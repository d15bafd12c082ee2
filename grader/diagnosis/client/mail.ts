import type { MailFault } from '../../model/expectation-mail.ts'
import type { Symptom } from '../../model/symptom.ts'
import { howItEnded } from '../evidence/error.ts'
import { quote, quoteText } from '../evidence/text.ts'
import { finding, type CaseOf, type Finding } from '../finding.ts'
import { failedAlive, whatItDoes } from '../server/stream.ts'
import { diagnoseCommand } from './mail-commands.ts'
import { diagnoseMessage, unended } from './mail-message.ts'
import { dialogue, lastReply, rightLine, shortLine, turnOf } from './mail-words.ts'

type Broken = CaseOf<'mail'>
type Of<Kind extends MailFault['of']> = Extract<MailFault, { of: Kind }>
type Rules = { readonly [Kind in MailFault['of']]: (fault: Of<Kind>, broken: Broken) => Finding }

/** A mail client and its server disagree. */
export const diagnoseMail = (broken: Broken): Finding =>
  (rules[broken.expectation.fault.of] as (fault: MailFault, broken: Broken) => Finding)(
    broken.expectation.fault,
    broken,
  )

/** Whether it shows the cause by itself, whatever became of the program afterwards. */
export function shownByMail({ expectation, program }: Broken): boolean {
  const { fault } = expectation
  if (fault.of === 'refused') return fault.why === 'went on'
  // One that gave up on purpose tells less by its exit than by what it had been told.
  const byItsEnd = ['stopped', 'unended', 'exit'].includes(fault.of)
  return byItsEnd ? program.error === null && !program.flooded : true
}

const rules: Rules = {
  early({ got }, { expectation }) {
    const text = `You spoke before the server's 220 greeting: ${quote(got, 40)} was there first. In SMTP the server speaks first; read its greeting, and only then say HELO.`
    return finding('spoke-too-early', text, "the server's greeting first", dialogue(expectation))
  },

  ahead({ step, line, came, sent }, { expectation }) {
    const next = came === '' ? 'An empty line' : shortLine(came)
    const tell = (symptom: Symptom, text: string) =>
      finding(symptom, text, 'one reply read for each command', dialogue(expectation))
    if (sent === '') {
      const text = `${next} came before the reply to ${turnOf(step, line)}: read one reply per command, and send the next command only then.`
      return tell('talked-ahead', text)
    }
    const whole = sent.includes('\r\n')
    const why = whole
      ? 'a hyphen behind the code says that more lines follow; the last one has a blank there'
      : 'TCP may deliver a reply in pieces, so read on until its line end is there'
    const text = `${next} came when only ${quoteText(sent, 50)} of the reply to ${turnOf(step, line)} had been sent: ${why}.`
    return tell('half-a-reply', text)
  },

  command: diagnoseCommand,

  stopped: diagnoseStop,

  unended,

  message: ({ flaw }) => diagnoseMessage(flaw),

  refused({ step, reply, why }, broken) {
    const { expectation, program } = broken
    const refused = {
      MAIL: 'the sender',
      RCPT: 'the recipient',
      message: 'your mail',
    }[step as 'MAIL']
    const code = reply.slice(0, 3)
    const start = `The server refused ${refused ?? 'your command'} (${shortLine(reply)})`
    if (why === 'went on') {
      const text = `The server refused ${refused ?? 'your command'} (${code}) and you sent DATA anyway. Look at the code of every reply: 4 and 5 in front mean no.`
      return finding('ignored-refusal', text, 'no DATA after a refusal', dialogue(expectation))
    }
    if (why === 'silence') {
      const text = `${start}, and your program is still running.${whatItDoes(broken)} A refusal ends the matter: say QUIT, and exit with a code other than 0.`
      return finding('not-exited', text, 'an exit code other than 0', dialogue(expectation))
    }
    const text = `${start}, and your program ended with ${howItEnded(program)}, as if the mail had been accepted: whoever sent it will never know.`
    return {
      ...finding('exit-code', text, 'an exit code other than 0', howItEnded(program)),
      hint: 'Compare the code of each reply with the one you expect, and exit with 1 when it is another.',
    }
  },

  exit({ why }, broken) {
    const { program } = broken
    if (why === 'silence') {
      const text = `The mail was accepted and you said QUIT, but your program is still running.${whatItDoes(broken)} The server has answered 221 and closed: close your socket, and let the program end.`
      return finding('not-exited', text, 'exit code 0', 'a program that is still running')
    }
    const text = `The mail was accepted and you said QUIT, but then your program ended with ${howItEnded(program)}: only 0 says that all went well.`
    return finding('exit-code', text, 'exit code 0', howItEnded(program))
  },
}

const greeted =
  'Send `HELO my-laptop` with CR LF. Is it stuck in recv()? A reply ends with its line, and not with the end of the stream.'

function diagnoseStop(fault: Of<'stopped'>, broken: Broken): Finding {
  const { next, half, why } = fault
  const { expectation, program } = broken
  const wanted = rightLine(next, expectation)
  const tell = (symptom: Symptom, text: string): Finding => ({
    ...finding(symptom, text, quoteText(wanted, 80), dialogue(expectation)),
    ...(symptom === 'sent-nothing' ? { hint: greeted } : {}),
  })
  if (half.length > 0) return tell('command-not-ended', unendedLine(half, why))
  const said = `The server said ${shortLine(lastReply(expectation))}`
  const code = program.exit?.code ?? null
  if (next === 'QUIT') {
    const end = why === 'silence' ? 'said nothing more' : 'hung up'
    const text = `The mail was accepted, and you ${end}. Say QUIT before you close: a server may take a connection that just ends for a failure.`
    return tell('said-no-quit', text)
  }
  if (why === 'silence') {
    const text =
      next === 'HELO'
        ? `${said}, and you have said nothing: after the greeting it is your turn, with HELO.${whatItDoes(broken)}`
        : `${said}, and then you said nothing more.${whatItDoes(broken)} It is your turn: ${shortLine(wanted)}.`
    return failedAlive(broken) ?? tell(next === 'HELO' ? 'sent-nothing' : 'stopped-talking', text)
  }
  const how = code !== null && code !== 0 ? `gave up (exit code ${code})` : 'hung up'
  const last = program.stderr.trim().split('\n').at(-1) ?? ''
  const words = last === '' ? '' : ` It printed ${quoteText(last, 60)}.`
  const text = `${said}, and your program ${how}.${words} It was your turn: ${shortLine(wanted)}.`
  return tell(next === 'HELO' ? 'sent-nothing' : 'stopped-talking', text)
}

function unendedLine(half: Uint8Array, why: Of<'stopped'>['why']): string {
  const text = Buffer.from(half).toString()
  if (text.includes('\\r\\n'))
    return `You sent ${shortLine(text)}, with a backslash and the letters r and n where the line end belongs: inside that kind of quotes, or raw text, \`\\r\\n\` is not translated.`
  const then =
    why === 'silence' ? 'and the server still waits for the rest of the line' : 'and then you hung up'
  return `You sent ${quote(half, 60)} without a line end, ${then}: every command ends in CR LF.`
}
