import fc from 'fast-check'
import type { KnownKey, Question } from '../model/question.ts'
import { isEmpty, judgeAnswer, malformed } from './judge.ts'

jest.setTimeout(60_000)

const ask = 'Well?'
const choice: Question = { kind: 'choice', ask, options: { a: 'A', b: 'B' } }
const assign: Question = { kind: 'assign', ask, items: { x: 'X', y: 'Y' }, to: { left: 'L', right: 'R' } }
const fields: Question = { kind: 'fields', ask, fields: { n: 'a number', at: 'an address' } }
const order: Question = { kind: 'order', ask, items: { one: '1', two: '2', three: '3', free: '-', odd: '?' } }
const text: Question = { kind: 'text', ask }

const keys: Record<string, KnownKey> = {
  choice: { kind: 'choice', answer: 'a', why: { b: 'B is none.' } },
  assign: { kind: 'assign', answers: { x: 'left', y: 'right' }, why: 'X is left.' },
  fields: {
    kind: 'fields',
    answers: { n: ['4', 'four'], at: ['127.0.0.1:5'] },
    why: { n: { 3: 'One is missing.', '': 'Count.' }, at: { '': 'Look.' } },
  },
  order: {
    kind: 'order',
    before: [
      ['one', 'two'],
      ['two', 'three'],
      ['one', 'free'],
    ],
    never: ['odd'],
    why: 'That is why.',
  },
  text: {
    kind: 'text',
    names: 'socket|bind|listen|accept|connect',
    facts: [{ says: 'connect() starts it', groups: ['connect', 'start|begin'] }],
  },
}

const questions = [choice, assign, fields, order, text]
const judged = (question: Question, answer: unknown) =>
  judgeAnswer(keys[question.kind] as KnownKey, answer, { name: 'tcp-server', file: 'answers.md' })

test.each<[string, Question, unknown, number, string]>([
  ['the right choice', choice, 'a', 1, ''],
  ['a wrong choice', choice, 'b', 0, 'B is none.'],
  ['all assigned', assign, { y: 'right', x: 'left' }, 1, ''],
  [
    'one assigned wrongly',
    assign,
    { x: 'left', y: 'left' },
    0.5,
    '1 of 2 are not right (y: left). X is left.',
  ],
  ['one not assigned', assign, { x: 'left' }, 0.5, '(y: nothing)'],
  ['the right values', fields, { n: 4, at: '127.0.0.1:5' }, 1, ''],
  ['values in other spellings', fields, { n: 'Four', at: ['127.0.0.1', 5] }, 1, ''],
  [
    'a wrong value that is known',
    fields,
    { n: 3, at: '127.0.0.1:5' },
    0.5,
    '`n: 3` is not right. One is missing.',
  ],
  ['another wrong value', fields, { n: 9, at: '127.0.0.1:5' }, 0.5, 'Count.'],
  ['no value', fields, { n: 4 }, 0.5, '`at` is not answered. Look.'],
  ['the right order', order, ['one', 'two', 'three', 'free'], 1, ''],
  ['another right order', order, ['one', 'free', 'two', 'three'], 1, ''],
  ['one item out of place', order, ['two', 'one', 'three', 'free'], 0.5, '`one` must come before `two`.'],
  ['the wrong way round', order, ['free', 'three', 'two', 'one'], 0, 'That is why.'],
  ['an item missing', order, ['one', 'two', 'free'], 0.5, '`three` is missing.'],
  ['an item that never happens', order, ['odd', 'one', 'two', 'three', 'free'], 0.5, '`odd` does not happen'],
])('%s', (_, question, answer, share, says) => {
  expect(malformed(question, answer)).toBeNull()
  const result = judged(question, answer)
  expect(result.share).toBe(share)
  expect(result.message).toContain(says)
})

test.each<[Question, unknown, string]>([
  [choice, 'c', 'must be one of `a`, `b`.'],
  [choice, 'toString', 'must be one of `a`, `b`.'],
  [choice, ['a'], 'must be one of `a`, `b`.'],
  [assign, 'left', 'must have a line `name: value`'],
  [assign, { z: 'left' }, 'has no `z`, only `x`, `y`.'],
  [assign, { x: 'up' }, 'says `x: up`; it must be one of `left`, `right`.'],
  [fields, { n: [1, 2, 3] }, 'it must be one value, without words around it.'],
  [fields, { n: '4 sockets' }, 'it must be one value, without words around it.'],
  [order, 'one', 'must be a list'],
  [order, ['one', 'six'], 'has no item `six`'],
  [order, ['one', 'one'], 'has `one` twice.'],
  [text, 7, 'must be text'],
])('the shape of %j, given %j', (question, answer, says) => {
  expect(malformed(question, answer)).toContain(says)
})

test.each<[string, string, null | string]>([
  ['You begin with connect().', 'found: connect() starts it', null],
  ['connect() does not start it.', 'unclear: connect() starts it', null],
  ['There is no connection yet: connect() starts it.', 'found: connect() starts it', null],
  ['Something else.', 'absent: connect() starts it', 'explains-no-call'],
  ['socket bind listen accept connect start', 'unclear: connect() starts it', 'names-without-relation'],
])('a teacher decides about %j, and reads what it holds', (answer, says, symptom) => {
  const result = judged(text, answer)
  expect(result.share).toBeNull()
  expect(result.actual).toContain(says)
  expect(result.symptom).toBe(symptom)
})

test('nothing that YAML can say makes it fail', () => {
  fc.assert(
    fc.property(fc.constantFrom(...questions), fc.jsonValue(), (question, answer) => {
      const share =
        isEmpty(answer) || malformed(question, answer) !== null ? 0 : judged(question, answer).share
      expect(share === null || (share >= 0 && share <= 1)).toBe(true)
    }),
    { numRuns: 500 },
  )
})

test.each([null, '', '  \n', {}, [], { a: null, b: '' }])('%j is no answer', (answer) => {
  expect(isEmpty(answer)).toBe(true)
})
