/** What a mail client says to a server, in this order (RFC 5321); `message` is the mail itself, up to its dot. */
export const mailSteps = ['HELO', 'MAIL', 'RCPT', 'DATA', 'message', 'QUIT'] as const

export type MailStep = (typeof mailSteps)[number]

/** One line of the dialogue, without its end. */
export type Said = { readonly by: 'client' | 'server'; readonly line: string }

/** Replies in place of the usual ones. */
export type MailReplies = { readonly [step in MailStep]?: string }

export const mailGreeting = '220 mail.example.org'

const usual: { readonly [step in MailStep]: string } = {
  HELO: '250 mail.example.org',
  MAIL: '250 sender ok',
  RCPT: '250 recipient ok',
  DATA: '354 end the mail with a line that holds only a dot',
  message: '250 queued',
  QUIT: '221 bye',
}

type Heard = {
  readonly step: MailStep | 'other'
  readonly reply: string
  /** What the server waits for now. */
  readonly next: MailStep
  /** Whether it was ready for this command. */
  readonly inOrder: boolean
}

/** What a line says: its verb, with EHLO for HELO. */
function stepOf(line: string): MailStep | 'other' {
  const verb = /^\s*([a-z]+)/i.exec(line)?.[1]?.toUpperCase().replace('EHLO', 'HELO')
  return mailSteps.find((step) => step === verb) ?? 'other'
}

/** When a server is ready for a command, by what it waits for. Nobody is stopped from saying HELO again, or QUIT. */
const readyFor: { readonly [step in MailStep]: readonly MailStep[] } = {
  HELO: mailSteps,
  MAIL: ['MAIL', 'QUIT'],
  RCPT: ['RCPT', 'DATA'],
  DATA: ['DATA'],
  message: ['message'],
  QUIT: mailSteps,
}

const afterwards = (step: MailStep): MailStep => mailSteps[mailSteps.indexOf(step) + 1] ?? 'QUIT'

/**
 * The server's side of one step: what it says to this line, while it waits for `next`. It forgives how the line is
 * written, as long as it can tell what is meant.
 */
export function hear(next: MailStep, line: string, replies: MailReplies = {}): Heard {
  const step = stepOf(line)
  if (step === 'other') return hearOther(next, line)
  if (!readyFor[step].includes(next))
    return { step, reply: '503 bad sequence of commands', next, inOrder: false }
  return { step, ...answerTo(step, next, replies), inOrder: true }
}

/** What is said to the whole mail. */
export const hearMessage = (replies: MailReplies = {}): Heard => ({
  step: 'message',
  ...answerTo('message', 'message', replies),
  inOrder: true,
})

function answerTo(step: MailStep, next: MailStep, replies: MailReplies) {
  const reply = replies[step] ?? usual[step]
  if (step === 'message') return { reply, next: isRefusal(reply) ? 'MAIL' : 'QUIT' } as const
  return { reply, next: isRefusal(reply) || step === 'QUIT' ? next : afterwards(step) }
}

export const isRefusal = (reply: string): boolean => /^[45]/.test(reply)

function hearOther(next: MailStep, line: string): Heard {
  const verb = /^\s*([a-z]*)/i.exec(line)?.[1]?.toUpperCase() ?? ''
  const after = verb === 'RSET' && next !== 'HELO' ? 'MAIL' : next
  const harmless = ['RSET', 'NOOP', 'VRFY', 'HELP'].includes(verb)
  return { step: 'other', reply: harmless ? '250 ok' : '500 what?', next: after, inOrder: harmless }
}

/** In which way a line is no command for this moment, or not this one. */
export type CommandFlaw =
  | 'unknown'
  | 'order'
  | 'no-name' // HELO alone
  | 'shape' // not `MAIL FROM:` or `RCPT TO:`
  | 'no-brackets'
  | 'other-address'

/** Null for a right command. A blank behind the colon is a widespread habit, and parameters may follow the address. */
export function commandFlaw(
  line: string,
  { step, inOrder }: Pick<Heard, 'step' | 'inOrder'>,
  { from, to }: { readonly from: string; readonly to: string },
): CommandFlaw | null {
  if (step === 'other') return inOrder ? null : 'unknown'
  if (!inOrder) return 'order'
  if (step === 'HELO') return /^\s*\w+\s+\S/.test(line) ? null : 'no-name'
  if (step !== 'MAIL' && step !== 'RCPT') return null
  const [, rest] = /^\s*(?:mail\s+from|rcpt\s+to):\s*(.*)$/i.exec(line) ?? []
  if (rest === undefined) return 'shape'
  const [, address] = /^<([^<>]*)>(?:\s.*)?$/.exec(rest) ?? []
  if (address === undefined) return 'no-brackets'
  return address === (step === 'MAIL' ? from : to) ? null : 'other-address'
}

/** The same reply in three lines. The second one holds what a careless reader takes for the beginning of the last. */
export function inThreeLines(reply: string): string {
  const code = reply.slice(0, 3)
  return [`${code}-${reply.slice(4)}`, `${code}-there are ${code} mails in the queue`, `${code} ready`].join(
    '\r\n',
  )
}

/** A reply with its line ends, cut inside its first line, behind it, and inside the last one. */
export function cutReply(text: string): string[] {
  const last = text.lastIndexOf('\r\n', text.length - 3) + 2
  const cuts = [5, text.indexOf('\r\n') + 2, last + 2].filter((at) => at > 0 && at < text.length)
  const ends = [...new Set(cuts)].sort((a, b) => a - b)
  return [...ends, text.length].map((end, i) => text.slice(ends[i - 1] ?? 0, end))
}
