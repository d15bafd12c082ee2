import { expect, Writes, type FastCheck, type ServerUnderTest, type TcpPeer } from '#grader'

/** What a client does. Where a write ends says nothing; `cut` ends it in the middle of what is sent. */
type Step =
  | { readonly say: string; readonly cut: boolean }
  | { readonly end: string; readonly cut: boolean }
  /** Letters, and the end of a line, so that this write holds so many bytes; then it waits for the replies. */
  | { readonly fill: number; readonly end: string }
  | { readonly pause: 'for the next write' | 'for the replies' }

type Client = readonly Step[]

// Of one to four bytes; and what a library may take for the end of a line, or for nothing.
const letters = ['a', 'b', 'Z', '7', '.', ' ', '\t', '\v', '\f', '"', "'", '\\', '%', 'é', 'ñ', '日', '😀']
const wide = ['é', '日', '😀']
const sizes = [512, 1024, 2048, 4096, 8192, 16_384]

export function conversations(fc: FastCheck) {
  const end = fc.constantFrom('\n', '\r\n')
  const pause = fc.constantFrom('for the next write' as const, 'for the replies' as const)
  const step = fc.oneof(
    {
      weight: 5,
      arbitrary: fc
        .string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 6 })
        .map((say): Step => ({ say, cut: false })),
    },
    { weight: 5, arbitrary: end.map((each): Step => ({ end: each, cut: false })) },
    { weight: 4, arbitrary: pause.map((each): Step => ({ pause: each })) },
    { weight: 1, arbitrary: fc.constantFrom(...wide).map((say): Step => ({ say, cut: true })) },
    { weight: 1, arbitrary: fc.constant<Step>({ end: '\r\n', cut: true }) },
    { weight: 2, arbitrary: fc.record({ fill: fc.constantFrom(...sizes), end }) },
  )
  return fc.array(fc.array(step, { minLength: 1, maxLength: 16 }), { minLength: 1, maxLength: 2 })
}

/** A letter outside ASCII may come back in upper case or as it was. */
export const inUpperCase = (line: string) => [
  line.toUpperCase(),
  line.replace(/[a-z]/g, (letter) => letter.toUpperCase()),
]

/** One client after the other: a server may serve them one by one. */
export async function talk(server: ServerUnderTest, clients: readonly Client[]): Promise<void> {
  for (const [i, steps] of clients.entries()) {
    const client = await server.connect(`client ${i + 1}`)
    const half = await follow(client, steps)
    await client.finish()
    await expect(client).toEndAfter(half)
  }
}

/** Returns what was said after the last line. */
async function follow(client: TcpPeer, steps: Client): Promise<string> {
  const writes = new Writes(client)
  let line = ''
  let due: string[] = []

  function say(text: string, cut = false): void {
    writes.put(text, cut ? 1 : undefined)
    line += text
  }

  function end(by: string, cut = false): void {
    writes.put(by, cut ? 1 : undefined)
    due.push(line)
    line = ''
  }

  async function send(): Promise<void> {
    await writes.send()
    if (due.length > 0) await expect(client).toReceiveLines(due.map(inUpperCase))
    due = []
  }

  for (const step of steps) {
    if ('say' in step) say(step.say, step.cut)
    else if ('fill' in step) {
      say('x'.repeat(Math.max(step.fill - writes.size - step.end.length, 0)))
      end(step.end)
      await send()
    } else if ('end' in step) end(step.end, step.cut)
    else if (step.pause === 'for the replies' && due.length > 0) await send()
    else writes.next()
  }
  await send()
  return line
}
