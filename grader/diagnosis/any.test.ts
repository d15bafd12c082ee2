import fc from 'fast-check'
import type { Case } from '../model/diagnosis.ts'
import type { Expectation } from '../model/expectation.ts'
import { symptoms } from '../model/symptom.ts'
import { eventNames, type TranscriptEvent } from '../model/transcript.ts'
import { anyDelivery } from './cases/any-delivery.ts'
import { anyTransmission } from './cases/any-transmission.ts'
import { anyFailure } from './cases/any-failure.ts'
import { anyWeb } from './cases/any-web.ts'
import { anyRelay } from './cases/any-relay.ts'
import { anyRoom } from './cases/any-room.ts'
import { maybe, program, text } from './cases/any-program.ts'
import { anyLookUp } from './cases/lookup-faults.ts'
import { anyMail } from './cases/mail-faults.ts'
import { pingFaults } from './cases/ping-faults.ts'
import { anyModule } from './cases/any-module.ts'
import { ofCrowds } from './cases/crowds.ts'
import { diagnose } from './index.ts'

/** Whatever a program does, a student gets a sentence: these cases are made by chance and by malice. */
const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 80 }),
  text.map((each) => new TextEncoder().encode(each)),
)
const client = fc.constantFrom('client 1', 'client 2', 'ada')
const why = fc.constantFrom(
  'silence' as const,
  'end' as const,
  'reset' as const,
  'refused' as const,
  'exit' as const,
)
const answers = fc.array(fc.record({ bytes, from: text }), { maxLength: 4 })

const ofServers: fc.Arbitrary<Expectation> = fc.oneof(
  fc.record({ kind: fc.constant('connect' as const), by: client, first: fc.boolean(), why }),
  fc.record({
    kind: fc.constant('stream' as const),
    by: client,
    want: bytes,
    got: bytes,
    why: fc.oneof(why, fc.constant('different' as const)),
  }),
  fc.record({
    kind: fc.constant('line-replies' as const),
    by: client,
    before: fc.nat(3),
    want: fc.array(fc.array(bytes, { minLength: 1, maxLength: 2 }), { maxLength: 4 }),
    got: bytes,
    why: fc.oneof(why, fc.constant('different' as const), fc.constant('too early' as const)),
  }),
  fc.record({ kind: fc.constant('end' as const), by: client, why }),
  fc.record({ kind: fc.constant('after-lines' as const), by: client, half: bytes, got: bytes }),
  fc.record({ kind: fc.constant('nothing-more' as const), by: client, want: bytes, got: bytes }),
  fc.record({ kind: fc.constant('frame' as const), by: client, want: text, got: bytes, why }),
  fc.record({ kind: fc.constant('hang-up' as const), by: client, got: bytes, why }),
  fc.record({ kind: fc.constant('nothing-yet' as const), by: client, got: bytes }),
  ...ofCrowds(client, bytes),
  ...anyWeb(client, bytes),
  ...anyRelay(client, bytes),
  ...anyRoom(client, bytes, text),
  fc.record({
    kind: fc.constant('datagrams' as const),
    by: client,
    want: fc.array(bytes, { maxLength: 4 }),
    got: answers,
  }),
  fc.record({ kind: fc.constant('same-port' as const), by: client, from: text }),
  fc.record({ kind: fc.constant('lookup' as const), by: client, key: bytes, want: bytes, got: maybe(bytes) }),
  fc.record({
    kind: fc.constant('unasked' as const),
    by: client,
    got: fc.array(bytes, { minLength: 1, maxLength: 4 }),
  }),
  fc.record({
    kind: fc.constant('descriptors' as const),
    before: fc.nat(99),
    crowds: fc.array(fc.record({ did: text, clients: fc.nat(99), left: fc.nat(99) }), { maxLength: 4 }),
  }),
)

const ofClients: fc.Arbitrary<Expectation> = fc.oneof(
  fc.record({ kind: fc.constant('call' as const), why: fc.oneof(why, fc.constant('different' as const)) }),
  fc.record({
    kind: fc.constant('line' as const),
    want: text,
    got: fc.array(bytes, { maxLength: 4 }),
    why: fc.oneof(why, fc.constantFrom('different' as const, 'split' as const, 'resent' as const)),
  }),
  fc.record({ kind: fc.constant('print' as const), want: text, line: text, why }),
  fc.record({ kind: fc.constant('close' as const), why }),
  fc.record({
    kind: fc.constant('exit' as const),
    why: fc.constantFrom('silence' as const, 'code' as const),
  }),
  anyFailure,
  fc.record({ kind: fc.constant('one-call' as const), connections: fc.nat(9), datagrams: fc.nat(9) }),
  fc.record({ kind: fc.constant('own-port' as const), ports: fc.array(fc.nat(65535), { maxLength: 2 }) }),
)

const ofPingers: fc.Arbitrary<Expectation> = pingFaults.map((fault) => ({ kind: 'pings' as const, fault }))

const event: fc.Arbitrary<TranscriptEvent> = fc.record(
  {
    atMs: fc.nat(9000),
    actor: fc.oneof(client, fc.constantFrom('program', 'grader', 'server')),
    event: fc.constantFrom(...eventNames),
    bytes,
    peer: text,
  },
  { requiredKeys: ['atMs', 'actor', 'event'] },
)

const caseFor = (role: Case['role'], expectation: fc.Arbitrary<Expectation>): fc.Arbitrary<Case> =>
  fc.record({
    role: fc.constant(role),
    transport: fc.constantFrom('tcp' as const, 'udp' as const),
    track: fc.oneof(fc.constantFrom('python', 'typescript'), text),
    host: fc.constant('127.0.0.1'),
    port: fc.constant(49871),
    expectation,
    transcript: fc.array(event, { maxLength: 12 }),
    program,
  })

const explored = fc.record({
  kind: fc.constant('explored' as const),
  inner: ofServers as fc.Arbitrary<Exclude<Expectation, { kind: 'explored' }>>,
  talks: fc.nat(24),
  seed: fc.nat(),
  path: fc.constant('0:1:2'),
})

const broken = fc.oneof(
  caseFor('server', ofServers),
  caseFor('server', anyDelivery),
  caseFor('client', anyTransmission),
  caseFor('server', explored),
  caseFor('client', ofClients),
  caseFor('client', ofPingers),
  caseFor('client', anyMail),
  caseFor('module', anyModule),
  caseFor('client', anyLookUp),
)

test('every case gets a symptom, a short message without control characters, and advice', () => {
  fc.assert(
    fc.property(broken, (each) => {
      const { symptom, message, expected, actual, hint, reproduce } = diagnose(each)
      expect(symptoms).toContain(symptom)
      expect(message).toMatch(/^[A-Z“'"`\p{L}\p{N}].*[.?!)]$/su)
      expect(message.length).toBeLessThan(900)
      expect(hint.length).toBeGreaterThan(10)
      for (const said of [message, hint, reproduce]) expect(said).not.toMatch(/[\p{Cc}\u2028-\u202e]/u)
      for (const shown of [expected, actual])
        expect(shown.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u2028-\u202e]/u)
    }),
    { numRuns: 3000 },
  )
})

test('a command to paste holds nothing of theirs that a shell would read', () => {
  fc.assert(
    fc.property(broken, (each) => {
      const { reproduce } = diagnose(each)
      expect(reproduce).not.toMatch(/[`\u001b]|\$[({]/)
      for (const [, payload] of reproduce.matchAll(/printf %s '(.*?)' \|/g))
        expect(payload).toMatch(/^[A-Za-z0-9 .-]*$/)
    }),
  )
})
