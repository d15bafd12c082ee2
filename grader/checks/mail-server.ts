import type { Recorder } from '../harness/recorder.ts'
import type { Stream } from '../harness/stream.ts'
import {
  cutReply,
  hear,
  hearMessage,
  inThreeLines,
  mailGreeting,
  type MailReplies,
  type MailStep,
  type Said,
} from '../model/smtp.ts'
import { longestMs, replyMs } from './times.ts'

/** How the server behaves; without a script it answers at once, in one line. */
export type MailScript = {
  /** The greeting is held for so long, and every reply. */
  readonly greetingMs?: number
  readonly holdMs?: number
  /** The replies to HELO, RCPT and the mail have three lines each and come in pieces. */
  readonly inPieces?: boolean
  readonly replies?: MailReplies
}

/** One turn of the dialogue: what was heard, and what came before the reply to it had been sent. */
export type MailTurn = {
  readonly step: MailStep | 'greeting' | 'other'
  readonly line: string
  readonly bareLf: boolean
  readonly inOrder: boolean
  /** What the server was waiting for. */
  readonly next: MailStep
  readonly reply: string
  readonly ahead: { readonly came: Buffer; readonly sent: string } | null
}

const pauseMs = 40
const lineFeed = 10

/** A scripted SMTP server for one connection. It forgives what it can: what is wrong is for the checks to tell. */
export class MailServer {
  readonly turns: MailTurn[] = []
  readonly said: Said[] = []
  /** What it waits for. */
  next: MailStep = 'HELO'
  readonly #lines: Buffer[] = []
  readonly #recorder: Recorder
  readonly #stream: Stream
  readonly #script: MailScript

  constructor(recorder: Recorder, stream: Stream, script: MailScript = {}) {
    this.#recorder = recorder
    this.#stream = stream
    this.#script = script
  }

  /** Answers until `done`, the client's QUIT, its end, or 5 s of silence. */
  async serve(done: () => boolean = () => false): Promise<void> {
    const startedMs = this.#recorder.nowMs()
    const { greetingMs = 0 } = this.#script
    if (this.turns.length === 0)
      await this.#answer({ step: 'greeting', reply: mailGreeting, inOrder: true }, '', false, greetingMs)
    while (!done() && this.turns.at(-1)?.step !== 'QUIT' && this.#recorder.nowMs() - startedMs < longestMs)
      if (!(await this.#turn())) return
  }

  /** The mail as it came, dots and all; whole once there is a turn for it. */
  get mail(): Buffer {
    return Buffer.concat(this.#lines)
  }

  /** What came of a line that has no end. */
  get half(): Buffer {
    return Buffer.from(this.#stream.unread())
  }

  get over(): 'end' | 'reset' | 'silence' {
    return this.#stream.over ?? 'silence'
  }

  async #turn(): Promise<boolean> {
    const bytes = await this.#line()
    if (bytes === null) return false
    const line = bytes.toString().replace(/\r?\n$/, '')
    if (this.next === 'message') {
      if (line !== '.') {
        this.#lines.push(bytes)
        return true
      }
      this.said.push({ by: 'client', line: '(the mail)' })
    }
    this.said.push({ by: 'client', line })
    const { replies, holdMs = 0 } = this.#script
    const bareLf = bytes.at(-2) !== 13
    const heard = this.next === 'message' ? hearMessage(replies) : hear(this.next, line, replies)
    await this.#answer(heard, line, bareLf, holdMs)
    this.next = heard.next
    if (heard.step === 'QUIT') await this.#stream.finish()
    return true
  }

  /** The next line with its end; null when there is none. */
  async #line(): Promise<Buffer | null> {
    const stream = this.#stream
    const end = () => stream.unread().indexOf(lineFeed)
    await this.#recorder.until(replyMs, () => (end() !== -1 || stream.over !== null ? true : undefined))
    if (end() === -1) return null
    const bytes = Buffer.from(stream.unread().subarray(0, end() + 1))
    stream.take(bytes.length)
    return bytes
  }

  async #answer(
    heard: Pick<MailTurn, 'reply' | 'inOrder' | 'step'>,
    line: string,
    bareLf: boolean,
    holdMs: number,
  ): Promise<void> {
    const { inPieces = false } = this.#script
    const long = inPieces && ['HELO', 'RCPT', 'message'].includes(heard.step) && heard.inOrder
    const text = `${long ? inThreeLines(heard.reply) : heard.reply}\r\n`
    const pieces = long ? cutReply(text) : [text]
    let ahead: MailTurn['ahead'] = null
    for (const [i, piece] of pieces.entries()) {
      const more = () => (this.#stream.unread().length > 0 ? true : undefined)
      if (ahead === null && (await this.#recorder.window(i === 0 ? holdMs : pauseMs, more)) !== undefined)
        ahead = { came: Buffer.from(this.#stream.unread()), sent: pieces.slice(0, i).join('') }
      this.#stream.send(Buffer.from(piece))
    }
    this.said.push(
      ...text
        .trimEnd()
        .split('\r\n')
        .map((each): Said => ({ by: 'server', line: each })),
    )
    this.turns.push({ ...heard, line, bareLf, next: this.next, ahead })
  }
}
