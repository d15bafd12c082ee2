import type { Case } from '../../model/diagnosis.ts'
import type { Bytes } from '../../model/expectation.ts'
import { beforeDeadline, isClient } from '../evidence/story.ts'
import { capital, quote, same } from '../evidence/text.ts'

/** What the clients of a key-value server did: a datagram with a `=` stores, one without asks. */
export const separator = 0x3d

export type Insert = {
  readonly by: string
  readonly whole: Bytes
  readonly key: Bytes
  readonly value: Bytes
}

/** The key a datagram begins with; all of it when it has no `=`. */
export function keyOf(datagram: Bytes): Bytes {
  const at = datagram.indexOf(separator)
  return at === -1 ? datagram : datagram.subarray(0, at)
}

export const hasSeparator = (datagram: Bytes): boolean => datagram.includes(separator)

const sends = (broken: Case) =>
  beforeDeadline(broken)
    .filter(({ actor, event }) => event === 'send' && isClient(actor))
    .map(({ actor, bytes = new Uint8Array() }) => ({ by: actor, whole: bytes }))

export const insertsOf = (broken: Case): Insert[] =>
  sends(broken)
    .filter(({ whole }) => hasSeparator(whole))
    .map(({ by, whole }) => {
      const key = keyOf(whole)
      return { by, whole, key, value: whole.subarray(key.length + 1) }
    })

/** How often this client asked for a key. */
export const timesAsked = (broken: Case, client: string, key: Bytes): number =>
  sends(broken).filter(({ by, whole }) => by === client && same(whole, key)).length

/** What a client heard about a key. */
const repliesAbout = (broken: Case, client: string, key: Bytes): Bytes[] =>
  broken.transcript
    .filter(({ actor, event }) => actor === client && event === 'receive')
    .map(({ bytes = new Uint8Array() }) => bytes)
    .filter((bytes) => hasSeparator(bytes) && same(keyOf(bytes), key))

/** Another client that heard more about a key than it had asked. */
export const listenerTo = (broken: Case, key: Bytes, but: string): string | undefined =>
  [...new Set(sends(broken).map(({ by }) => by))].find(
    (client) => client !== but && repliesAbout(broken, client, key).length > timesAsked(broken, client, key),
  )

/** A case in which only the questions were sent: an insert is none, and what waits for replies should not count it. */
export const questionsOnly = <C extends Case>(broken: C): C => ({
  ...broken,
  transcript: broken.transcript.filter(
    ({ actor, event, bytes }) =>
      event !== 'send' || !isClient(actor) || !hasSeparator(bytes ?? new Uint8Array()),
  ),
})

export const firstSeparates =
  'only the FIRST = separates the key from the value, and every other one belongs to the value.'
export const emptyOrSilent =
  'For a key that is not there reply `key=`, with nothing behind it, or do not reply.'
export const takeTheRest = 'Look for the place of the first =, and take everything behind it.'

/** A key in a sentence. */
export const named = (key: Bytes): string => (key.length === 0 ? 'the empty key' : quote(key, 40))

/** One client stored what another one cannot find. */
export function notShared(insert: Insert, by: string, how: string): string {
  return `${capital(insert.by)} stored ${quote(insert.whole, 40)}, and ${by}, who asked for ${named(insert.key)}, ${how}: there is one store, for all clients alike.`
}
