import type { Answers, Cell, Key, KnownKey, Question } from '../model/question.ts'
import { firstInversion, misplaced } from './order.ts'
import { listed, right, written, wrong, type Result } from './result.ts'
import { judgeColumn, judgeRows, type Place } from './table.ts'
import { readText } from './text.ts'

/** What belongs to a question; to one about rows, the columns it is about. */
export function answerOf(question: Question, id: string, values: Answers['values']): unknown {
  if (question.kind !== 'rows') return values[id]
  return Object.fromEntries(question.columns.flat().map((name) => [name, values[name] ?? null]))
}

/** Whether nothing was written yet: an empty line, an empty text, or names without values. */
export function isEmpty(answer: unknown): boolean {
  if (answer == null) return true
  if (typeof answer === 'string') return answer.trim() === ''
  return typeof answer === 'object' && Object.values(answer).every(isEmpty)
}

/** What is wrong with the shape of an answer, in one sentence; null when it can be judged. */
export function malformed(question: Question, answer: unknown): string | null {
  switch (question.kind) {
    case 'text':
      return typeof answer === 'string' ? null : 'must be text: write it behind a `|`, indented.'
    case 'choice':
      return isName(question.options, answer)
        ? null
        : `must be one of ${listed(Object.keys(question.options))}.`
    case 'assign':
      return mapOf(answer, question.items, (value) => isName(question.to, value), oneOf(question.to))
    case 'fields':
      return mapOf(answer, question.fields, isOneValue, 'one value, without words around it')
    case 'predict':
      return mapOf(answer, question.fields, isOneValue, 'one address, host:port')
    case 'calls':
      return isColumn(answer) ? null : 'must be a column of a table.'
    case 'rows':
      return missingColumn(answer as Record<string, unknown>)
    default:
      return list(answer, question.items)
  }
}

// Of a Markdown file; YAML may hold anything in its place.
const isColumn = (value: unknown): value is Cell[] =>
  Array.isArray(value) && value.every((cell: unknown) => typeof (cell as Cell | null)?.text === 'string')

function missingColumn(columns: Record<string, unknown>): string | null {
  const missing = Object.keys(columns).find((name) => !isColumn(columns[name]))
  return missing === undefined ? null : `needs a table with the column \`${missing}\`.`
}

const isOneValue = (value: unknown) => /^\S+$/.test(asValue(value))

const isName = (names: object, value: unknown): value is string =>
  typeof value === 'string' && Object.hasOwn(names, value)
const oneOf = (names: object) => `one of ${listed(Object.keys(names))}`

function mapOf(
  answer: unknown,
  names: object,
  fits: (value: unknown) => boolean,
  wanted: string,
): string | null {
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer))
    return `must have a line \`name: value\` for each of ${listed(Object.keys(names))}.`
  const strange = Object.keys(answer).find((name) => !Object.hasOwn(names, name))
  if (strange !== undefined) return `has no \`${written(strange)}\`, only ${listed(Object.keys(names))}.`
  const given = answer as Record<string, unknown>
  const bad = Object.keys(names).find((name) => given[name] != null && !fits(given[name]))
  return bad === undefined ? null : `says \`${bad}: ${written(given[bad])}\`; it must be ${wanted}.`
}

function list(answer: unknown, items: object): string | null {
  if (!Array.isArray(answer)) return 'must be a list, one `- item` a line.'
  const strange = answer.find((item) => !isName(items, item))
  if (strange !== undefined) return `has no item \`${written(strange)}\`, only ${listed(Object.keys(items))}.`
  const twice = answer.find((item, i) => answer.indexOf(item) !== i)
  return twice === undefined ? null : `has \`${written(twice)}\` twice.`
}

/** `4`, `127.0.0.1:50001` and `[127.0.0.1, 50001]`, as one spelling. */
export function asValue(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'string') return String(value).trim().toLowerCase()
  const pair = Array.isArray(value) && value.length === 2 ? value.map(asValue) : []
  return pair.includes('') ? '' : pair.join(':')
}

/** Judges an answer of the right shape. Pure: the same answer always gets the same result. */
export function judgeAnswer(key: KnownKey, answer: unknown, place: Place): Result {
  switch (key.kind) {
    case 'choice':
      return answer === key.answer
        ? right
        : wrong('wrong-choice', key.why[answer as string] ?? key.why[''] ?? '', {
            actual: written(answer),
          })
    case 'assign':
      return judgeAssignment(key, answer as Record<string, string>)
    case 'fields':
      return judgeFields(key, answer as Record<string, unknown>)
    case 'order':
      return judgeOrder(key, answer as string[])
    case 'calls':
      return judgeColumn(key, answer as Cell[], place)
    case 'rows':
      return judgeRows(key, answer as Record<string, Cell[]>)
    default:
      return readText(key, answer as string)
  }
}

function judgeAssignment(key: Extract<Key, { kind: 'assign' }>, answer: Record<string, string>): Result {
  const names = Object.keys(key.answers)
  const bad = names.filter((name) => answer[name] !== key.answers[name])
  if (bad.length === 0) return right
  const given = bad.map((name) => `${name}: ${written(answer[name] ?? 'nothing')}`).join(', ')
  const text = `${bad.length} of ${names.length} are not right (${given}). ${key.why}`
  return wrong('wrong-assignment', text, { share: 1 - bad.length / names.length })
}

function judgeFields(key: Extract<Key, { kind: 'fields' }>, answer: Record<string, unknown>): Result {
  const names = Object.keys(key.answers)
  const bad = names.filter((name) => !key.answers[name]?.includes(asValue(answer[name])))
  const [first] = bad
  if (first === undefined) return right
  const value = asValue(answer[first])
  const why = key.why[first]?.[value] ?? key.why[first]?.[''] ?? ''
  const given =
    value === '' ? `\`${first}\` is not answered` : `\`${first}: ${written(answer[first])}\` is not right`
  const others = bad.length > 1 ? `, nor ${bad.length > 2 ? 'are' : 'is'} ${listed(bad.slice(1))}` : ''
  return wrong('wrong-value', `${given}${others}. ${why}`, { share: 1 - bad.length / names.length })
}

function judgeOrder(key: Extract<Key, { kind: 'order' }>, answer: readonly string[]): Result {
  const wanted = [...new Set(key.before.flat())]
  const given = answer.filter((item) => wanted.includes(item))
  const extra = answer.filter((item) => key.never?.includes(item))
  const absent = wanted.filter((item) => !given.includes(item))
  const off = misplaced(key, given) + extra.length + absent.length
  if (off === 0) return right
  const inversion = firstInversion(key, given)
  const what =
    extra[0] !== undefined
      ? `\`${extra[0]}\` does not happen here at all.`
      : absent[0] !== undefined
        ? `${listed(absent)} ${absent.length > 1 ? 'are' : 'is'} missing.`
        : `\`${inversion?.[1]}\` must come before \`${inversion?.[0]}\`.`
  // One item out of place costs half, two cost all.
  return wrong('wrong-order', `${what} ${key.why}`, {
    share: Math.max(0, 1 - off / 2),
    actual: answer.join(', '),
    expected: 'an order in which each is caused by what is before it',
  })
}
