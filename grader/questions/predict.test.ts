import { drawExchange, predictReplies } from '../model/exchange.ts'
import type { Key, Question } from '../model/question.ts'
import { isEmpty, judgeAnswer, malformed } from './judge.ts'
import { keyFor, nameIn, withoutName } from './predict.ts'

const question: Extract<Question, { kind: 'predict' }> = {
  kind: 'predict',
  ask: 'Bound to {server}. Where to?',
  fields: { 'reply-to-a': 'A', 'reply-to-b': 'B' },
}
const why: Extract<Key, { kind: 'predict' }> = {
  kind: 'predict',
  why: {
    server: 'That is the server.',
    other: 'The other would get what {client} wants.',
    any: 'From where did {client} write?',
  },
}
const exchange = drawExchange('alice', 'q3-scenario')
const { server, ports } = exchange
const at = (port: number) => `127.0.0.1:${port}`
const answer = (a: unknown, b: unknown) => ({ 'reply-to-a': a, 'reply-to-b': b })

function judged(given: unknown) {
  expect(malformed(question, given)).toBeNull()
  const key = keyFor(question, why, exchange, predictReplies(exchange), given)
  return judgeAnswer(key, given, { name: 'q3-scenario', file: 'answers.yaml' })
}

test.each([
  [answer(at(ports.A), at(ports.B)), 1, ''],
  [answer(`localhost:${ports.A}`, ['127.0.0.1', ports.B]), 1, ''],
  [answer(at(ports.B), at(ports.A)), 0, 'The other would get what A wants.'],
  [answer(at(ports.A), at(ports.A)), 0.5, 'The other would get what B wants.'],
  [answer(at(server), at(ports.B)), 0.5, 'That is the server.'],
  [answer(at(50_001), at(50_002)), 0, 'its numbers are drawn for the name “alice”'],
  [answer('recvfrom', at(ports.B)), 0.5, 'From where did A write?'],
  [answer(null, at(ports.B)), 0.5, 'From where did A write?'],
])('%j', (given, share, says) => {
  const result = judged(given)
  expect(result.share).toBe(share)
  expect(result.message).toContain(says)
})

test.each([
  [{ 'reply-to-c': at(1) }, 'has no `reply-to-c`'],
  [answer('to 127.0.0.1', at(1)), 'must be one address, host:port'],
  [at(1), 'must have a line `name: value`'],
])('%j is no answer', (given, says) => expect(malformed(question, given)).toContain(says))

test('a name beside the answers is none of them', () => {
  const given = { 'drawn-for': 'bob', ...answer(null, null) }
  expect(nameIn(given)).toBe('bob')
  expect(isEmpty(withoutName(given))).toBe(true)
  for (const none of [null, 7, 'x', [], answer(1, 2), { 'drawn-for': ['x'] }]) expect(nameIn(none)).toBeNull()
  for (const kept of [null, 7, 'x', ['x']]) expect(withoutName(kept)).toEqual(kept)
})
