import { Broken } from './broken.ts'
import type { Caller } from './caller.ts'
import { MailServer, type MailScript } from './mail-server.ts'
import type { MailFault } from '../model/expectation-mail.ts'

/** A mail to be handed over: what follows host and port, and what is on standard input. */
export type Mail = { readonly from: string; readonly to: string; readonly text: string }

const mostSaid = 12

/** The student's program as the client of a scripted mail server. */
export class Mailer {
  readonly caller: Caller
  readonly mail: Mail
  readonly #script: MailScript
  #server: MailServer | null = null

  constructor(caller: Caller, mail: Mail, script: MailScript) {
    this.caller = caller
    this.mail = mail
    this.#script = script
  }

  /** Answers it until `done`; the dialogue so far is in what is returned. */
  async serve(done: (server: MailServer) => boolean): Promise<MailServer> {
    const { recorder } = this.caller.program
    const server = (this.#server ??= new MailServer(recorder, await this.caller.connection(), this.#script))
    await server.serve(() => done(server))
    return server
  }

  fail(fault: MailFault): never {
    const { program } = this.caller
    program.recorder.record('grader', 'deadline')
    const { from, to } = this.mail
    const said = this.#server?.said.slice(-mostSaid) ?? []
    throw new Broken({ kind: 'mail', from, to, said, fault }, program)
  }
}
