import type { MailExpectation } from '../../model/expectation-mail.ts'
import type { MailStep } from '../../model/smtp.ts'
import { plain, quoteText } from '../evidence/text.ts'

/** A right line for each step. */
export function rightLine(step: MailStep, { from, to }: MailExpectation): string {
  return {
    HELO: 'HELO my-laptop',
    MAIL: `MAIL FROM:<${from}>`,
    RCPT: `RCPT TO:<${to}>`,
    DATA: 'DATA',
    message: 'the mail, and a line with only a dot',
    QUIT: 'QUIT',
  }[step]
}

/** `your mail`, `'MAIL FROM:<…>'`: what the server had to answer. */
export const turnOf = (step: MailStep | 'other', line: string): string =>
  step === 'message' ? 'your mail' : shortLine(line)

/** A line of the dialogue inside a sentence. */
export const shortLine = (line: string): string => quoteText(line, 60)

/** The end of the dialogue, one line each. */
export const dialogue = ({ said }: MailExpectation, most = 6): string =>
  said.length === 0
    ? 'nothing was said'
    : said
        .slice(-most)
        .map(({ by, line }) => `${by === 'client' ? 'you:   ' : 'server:'} ${plain(line, 70)}`)
        .join('\n')

/** What the server had said last. */
export const lastReply = ({ said }: MailExpectation): string =>
  said.findLast(({ by }) => by === 'server')?.line ?? ''
