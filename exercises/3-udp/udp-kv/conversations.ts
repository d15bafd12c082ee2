import { expect, type FastCheck, type Store } from '#grader'

/** A client stores a value, which both then read; or it asks for one. */
type Step = { readonly by: 0 | 1; readonly key: string; readonly value: string | null }

/** One program: its store, and the values that were put there. */
type Scene = { readonly store: Store; readonly values: Map<string, string> }

// What a library or a language may take for something else than text; and letters of one to four bytes.
const odd = [' ', '\n', '\r\n', '\t', '0', '7', ',', '&', '+', '%', '%41', '"', "'", '\\', ';', '/', '{', '#']
const letters = ['a', 'b', 'B', 'é', 'e\u0301', 'ß', '日', '😀']
const words = ['a', 'b', '', 'version', '__proto__', '007', 'true', 'null', ' a', 'a ', 'a\n']

const numbers = ['007', '00', '1.0', '1e3', '0x10']

export function conversations(fc: FastCheck) {
  const text = fc.string({ unit: fc.constantFrom(...letters, ...odd), maxLength: 8 })
  const key = fc.oneof({ withCrossShrink: true }, fc.constantFrom(...words), text)
  const value = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...words, 'a=b', '=', 'b=') },
    { weight: 2, arbitrary: fc.constantFrom(...numbers) },
    { weight: 6, arbitrary: fc.string({ unit: fc.constantFrom(...letters, ...odd, '='), maxLength: 8 }) },
    // Together with a key that is at most 50 bytes long, and its `=`.
    { weight: 1, arbitrary: fc.integer({ min: 60, max: 949 }).map((length) => 'x'.repeat(length)) },
  )
  const by = fc.constantFrom(0 as const, 1 as const)
  const step = fc.record<Step>({ by, key, value: fc.option(value, { freq: 3 }) })
  return fc.array(step, { minLength: 1, maxLength: 12 })
}

export async function talk({ store, values }: Scene, steps: readonly Step[]): Promise<void> {
  const clients = [await store.client('ada'), await store.client('bob')] as const
  const read = async (client: (typeof clients)[number], key: string) => {
    const known = values.get(key)
    if (known !== undefined) return expect(client).toRead(key, known)
    if (key === 'version') values.set(key, await expect(client).toReadSomething(key))
    // Silence is right, too. Whatever comes is compared when the next answer is waited for.
    else await client.ask(key)
  }
  for (const { by, key, value } of steps) {
    if (value === null) {
      await read(clients[by], key)
      continue
    }
    await clients[by].insert(key, value)
    if (key !== 'version') values.set(key, value)
    for (const client of by === 0 ? clients : clients.toReversed()) await read(client, key)
  }
  // What is wrong with a reply that nobody waited for shows now.
  const last = steps.findLast(({ key }) => values.has(key))?.key ?? 'version'
  if (steps.some(({ key }) => !values.has(key))) for (const client of clients) await read(client, last)
}
