import fc from 'fast-check'
import type { MailExpectation, MailFault } from '../../model/expectation-mail.ts'
import { mailSteps } from '../../model/smtp.ts'
import { maybe, text } from './any-program.ts'

const bytes = fc.uint8Array({ maxLength: 80 })
const step = fc.constantFrom(...mailSteps)
const over = fc.constantFrom('silence' as const, 'end' as const, 'reset' as const)
const of = <const Name extends string>(name: Name) => fc.constant(name)
const line = fc.nat(9)

const flaw = fc.oneof(
  fc.record({ of: of('bare-lf'), bare: line, all: line }),
  fc.record({ of: fc.constantFrom('double-cr' as const, 'last-line' as const) }),
  fc.record({ of: of('cut'), line, all: line }),
  fc.record({ of: of('short'), lines: line, all: line }),
  fc.record({ of: fc.constantFrom('dot-lost' as const, 'dot-added' as const), line, want: text, got: text }),
  fc.record({ of: of('line'), line, want: maybe(text), got: text }),
)

const commandFlaws = [
  'unknown',
  'order',
  'no-name',
  'shape',
  'no-brackets',
  'other-address',
  'bare-lf',
] as const

const fault: fc.Arbitrary<MailFault> = fc.oneof(
  fc.record({ of: of('early'), got: bytes }),
  fc.record({ of: of('ahead'), step: fc.oneof(step, of('other')), line: text, came: text, sent: text }),
  fc.record({ of: of('command'), line: text, flaw: fc.constantFrom(...commandFlaws), next: step }),
  fc.record({ of: of('stopped'), next: step, half: bytes, why: over }),
  fc.record({ of: of('unended'), tail: bytes, why: over }),
  fc.record({ of: of('message'), flaw }),
  fc.record({
    of: of('refused'),
    step,
    reply: text,
    why: fc.constantFrom('went on' as const, 'silence' as const, 'code' as const),
  }),
  fc.record({ of: of('exit'), why: fc.constantFrom('silence' as const, 'code' as const) }),
)

/** Whatever a client may say to a mail server. */
export const anyMail: fc.Arbitrary<MailExpectation> = fc.record({
  kind: of('mail'),
  from: text,
  to: text,
  said: fc.array(fc.record({ by: fc.constantFrom('client' as const, 'server' as const), line: text })),
  fault,
})
