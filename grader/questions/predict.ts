import { addressOf, clients, drawnFor, type Client, type Exchange, type Replies } from '../model/exchange.ts'
import { asValue } from './judge.ts'
import type { Key, Question } from '../model/question.ts'

type Predict = Extract<Question, { kind: 'predict' }>
type FieldsKey = Extract<Key, { kind: 'fields' }>

/** The name that an answer says its numbers were drawn for; null when it says none. */
export function nameIn(answer: unknown): string | null {
  if (typeof answer !== 'object' || answer === null) return null
  const name = (answer as Record<string, unknown>)[drawnFor]
  return typeof name === 'string' || typeof name === 'number' ? String(name) : null
}

/** An answer without that name: a value for each field. */
export function withoutName(answer: unknown): unknown {
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) return answer
  return Object.fromEntries(Object.entries(answer).filter(([name]) => name !== drawnFor))
}

/** What is right for these numbers, and what wrong addresses mean. */
export function keyFor(
  { fields }: Predict,
  { why }: Extract<Key, { kind: 'predict' }>,
  exchange: Exchange,
  replies: Replies,
  answer: unknown,
): FieldsKey {
  const { name, server, ports } = exchange
  const given = (answer ?? {}) as Record<string, unknown>
  const whyFor = (field: string, client: Client) => {
    const other = clients.find((each) => each !== client) ?? client
    const says = (text: string) => text.replaceAll('{client}', client)
    const foreign = `Such an address is not in your exchange: its numbers are drawn for the name “${name}”.`
    return {
      [asValue(given[field])]: isAddress(asValue(given[field])) ? foreign : says(why.any),
      [addressOf(server)]: says(why.server),
      [addressOf(ports[other])]: says(why.other),
      '': says(why.any),
    }
  }
  const entries = Object.entries(fields)
  return {
    kind: 'fields',
    answers: Object.fromEntries(entries.map(([field, client]) => [field, spellings(replies[client])])),
    why: Object.fromEntries(entries.map(([field, client]) => [field, whyFor(field, client)])),
  }
}

const isAddress = (value: string) => /^[^:]+:\d+$/.test(value)

const spellings = (address: string): [string, string] => [address, address.replace('127.0.0.1', 'localhost')]
