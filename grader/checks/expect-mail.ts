import { messageFlaw } from '../model/mail.ts'
import type { MailFault } from '../model/expectation-mail.ts'
import { commandFlaw, isRefusal, type MailStep } from '../model/smtp.ts'
import type { Mailer } from './mailer.ts'
import type { MailServer, MailTurn } from './mail-server.ts'
import { exitMs } from './times.ts'

export type MailExpectations = {
  /** It says nothing before it has been greeted, and something afterwards. */
  toWaitForTheGreeting(): Promise<void>
  /** Up to its mail it sends the right commands, none before the reply to the one before. */
  toSpeakInTurn(): Promise<void>
  /** It sends the next command only when a reply is complete. */
  toReadWholeReplies(): Promise<void>
  /** Its mail arrives; how its lines end is another check's business unless `exactly`. */
  toDeliver(options?: { readonly exactly: boolean }): Promise<void>
  /** Refused at this step, it sends no DATA any more and exits with another code than 0. */
  toReportRefusal(of: MailStep): Promise<void>
  /** It says QUIT when its mail has been accepted, and exits with 0. */
  toQuit(): Promise<void>
}

/** What a program says to a mail server, and how it ends. */
export function expectMail(mailer: Mailer): MailExpectations {
  const { caller, mail } = mailer
  const { program } = caller
  const { recorder } = program

  function fail(fault: MailFault): never {
    return mailer.fail(fault)
  }
  function stopped({ next, half, over }: MailServer): never {
    return fail({ of: 'stopped', next, half, why: over })
  }
  const heard = ({ turns }: MailServer, step: MailTurn['step']) =>
    turns.find((turn) => turn.step === step && turn.inOrder)

  /** Serves up to the end of the mail, and throws what is wrong. That the mail has an end is another check's business. */
  async function throughTheMail(wrong: (turn: MailTurn) => MailFault | null): Promise<void> {
    const fault = ({ turns }: MailServer) => turns.map(wrong).find((each) => each !== null) ?? null
    const server = await mailer.serve((each) => fault(each) !== null || heard(each, 'message') !== undefined)
    const found = fault(server)
    if (found !== null) fail(found)
    if (server.next !== 'message' && heard(server, 'message') === undefined) stopped(server)
  }

  function missing(server: MailServer): never {
    if (server.next !== 'message') return stopped(server)
    return fail({
      of: 'unended',
      tail: Buffer.concat([server.mail, server.half]).subarray(-200),
      why: server.over,
    })
  }

  const tooEarly = ({ step, ahead, line }: MailTurn): MailFault | null => {
    if (ahead === null || step === 'greeting') return null // a greeting has a check of its own
    return { of: 'ahead', step, line, came: firstLine(ahead.came), sent: ahead.sent }
  }

  return {
    async toWaitForTheGreeting() {
      const server = await mailer.serve(({ turns }) => turns.length > 1 || (turns[0]?.ahead ?? null) !== null)
      const ahead = server.turns[0]?.ahead ?? null
      if (ahead !== null) fail({ of: 'early', got: ahead.came })
      if (server.turns.length < 2) stopped(server)
    },

    async toSpeakInTurn() {
      await throughTheMail((turn) => {
        const { step, line, inOrder, next } = turn
        const early = tooEarly(turn)
        if (early !== null || step === 'greeting' || step === 'message') return early
        const flaw = turn.bareLf ? 'bare-lf' : commandFlaw(line, { step, inOrder }, mail)
        return flaw === null ? null : { of: 'command', line, flaw, next }
      })
    },

    async toReadWholeReplies() {
      await throughTheMail(tooEarly)
    },

    async toDeliver({ exactly } = { exactly: false }) {
      const server = await mailer.serve((each) => heard(each, 'message') !== undefined)
      if (heard(server, 'message') === undefined) missing(server)
      const flaw = messageFlaw(Buffer.from(mail.text), server.mail, exactly)
      if (flaw !== null) fail({ of: 'message', flaw })
    },

    async toReportRefusal(of) {
      const wentOn = ({ turns }: MailServer) =>
        of !== 'message' && turns.some(({ step }) => step === 'DATA') && turns.some(({ step }) => step === of)
      const server = await mailer.serve(wentOn)
      const refused = server.turns.find(({ step, reply }) => step === of && isRefusal(reply))
      if (refused === undefined) missing(server)
      const { reply } = refused
      if (wentOn(server)) fail({ of: 'refused', step: of, reply, why: 'went on' })
      const exit = await recorder.until(exitMs, () => program.exit ?? undefined)
      if (exit === undefined) fail({ of: 'refused', step: of, reply, why: 'silence' })
      if (exit.code === 0) fail({ of: 'refused', step: of, reply, why: 'code' })
    },

    async toQuit() {
      const server = await mailer.serve(() => false)
      if (heard(server, 'message') === undefined) missing(server)
      if (heard(server, 'QUIT') === undefined) stopped(server)
      const exit = await recorder.until(exitMs, () => program.exit ?? undefined)
      if (exit === undefined) fail({ of: 'exit', why: 'silence' })
      if (exit.code !== 0) fail({ of: 'exit', why: 'code' })
    },
  }
}

const firstLine = (bytes: Buffer) => bytes.toString().split(/\r?\n/)[0] ?? ''
