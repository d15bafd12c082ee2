import type { MessageFlaw } from './mail.ts'
import type { CommandFlaw, MailStep, Said } from './smtp.ts'

type Bytes = Uint8Array

/** What is wrong with a mail client's side of the dialogue. */
export type MailFault =
  /** It spoke before it was greeted. */
  | { readonly of: 'early'; readonly got: Bytes }
  /** The line `came` arrived when only `sent` of the reply to `line` had been sent. */
  | {
      readonly of: 'ahead'
      readonly step: MailStep | 'other'
      readonly line: string
      readonly came: string
      readonly sent: string
    }
  /** This line is no command for a server that waits for `next`. */
  | {
      readonly of: 'command'
      readonly line: string
      readonly flaw: CommandFlaw | 'bare-lf'
      readonly next: MailStep
    }
  /** It was to say `next`, and did not; `half` is a line without an end. */
  | {
      readonly of: 'stopped'
      readonly next: MailStep
      readonly half: Bytes
      readonly why: 'silence' | 'end' | 'reset'
    }
  /** The mail never came to its end; `tail` is what came last of it. */
  | { readonly of: 'unended'; readonly tail: Bytes; readonly why: 'silence' | 'end' | 'reset' }
  | { readonly of: 'message'; readonly flaw: MessageFlaw }
  /** It was refused at this step, and sent DATA all the same, or told nobody. */
  | {
      readonly of: 'refused'
      readonly step: MailStep
      readonly reply: string
      readonly why: 'went on' | 'silence' | 'code'
    }
  /** The mail was accepted, and then it did not end, or not with 0. */
  | { readonly of: 'exit'; readonly why: 'silence' | 'code' }

/** A mail client and its scripted server must agree. */
export type MailExpectation = {
  readonly kind: 'mail'
  readonly from: string
  readonly to: string
  /** What was said until then. */
  readonly said: readonly Said[]
  readonly fault: MailFault
}
