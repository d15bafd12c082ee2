import type { MailFault } from '../../model/expectation-mail.ts'
import { quoteText } from '../evidence/text.ts'
import { finding, type CaseOf, type Finding } from '../finding.ts'
import { dialogue, rightLine, shortLine } from './mail-words.ts'

type Fault = Extract<MailFault, { of: 'command' }>

/** A line that is no command, or not the one that is due. */
export function diagnoseCommand({ line, flaw, next }: Fault, { expectation }: CaseOf<'mail'>): Finding {
  const step = /^\s*rcpt/i.test(line) ? 'RCPT' : /^\s*mail/i.test(line) ? 'MAIL' : next
  const right = rightLine(step, expectation)
  const argument = step === 'RCPT' ? 'TO' : 'FROM'
  const verb = step === 'RCPT' ? 'RCPT TO:' : 'MAIL FROM:'
  const text = {
    unknown: `${shortLine(line)} is no command of SMTP. The server waits for ${shortLine(rightLine(next, expectation))}.`,
    order: `${shortLine(line)} is not due: the server waits for ${shortLine(rightLine(next, expectation))}, and answers 503, bad sequence of commands.`,
    'no-name': `Your ${line.trim().toUpperCase()} stands alone: the name of your machine follows it, any name will do.`,
    shape: `${shortLine(line)} is not \`${verb}<${addressIn(line)}>\`: both words and the colon belong to the command.`,
    'no-brackets': `Addresses go in <>: ${verb}<${addressIn(line)}>. You sent ${shortLine(line)}.`,
    'other-address': `You sent ${shortLine(line)}, and the ${argument} argument is ${quoteText(step === 'RCPT' ? expectation.to : expectation.from, 50)}.`,
    'bare-lf': `SMTP lines end in CR LF (0D 0A), and your ${shortLine(line)} ends in a bare LF (0A). Some servers forgive that, others go on waiting.`,
  }[flaw]
  const expected = flaw === 'bare-lf' ? quoteText(`${line}\r\n`, 80) : quoteText(right, 80)
  const found = finding(
    flaw === 'bare-lf' ? 'bare-line-feeds' : 'wrong-command',
    text,
    expected,
    dialogue(expectation),
  )
  return flaw === 'bare-lf' ? { ...found, hint: 'End every command with both characters, `\\r\\n`.' } : found
}

const addressIn = (line: string) => (/(\S{1,40}@\S{1,40})/.exec(line)?.[1] ?? 'a@b').replace(/[^\w.@-]/g, '')
