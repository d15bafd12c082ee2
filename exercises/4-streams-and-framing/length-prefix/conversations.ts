import { expect, Writes, type FastCheck, type ServerUnderTest, type TcpPeer } from '#grader'

/** What a client does: it sends a frame, begins a new write, or waits for its replies. */
type Step =
  /** `cut` ends the write after so many bytes of the frame. */
  | { readonly frame: string; readonly cut: number | null }
  /** A frame with which this write holds so many bytes; then it waits for the replies. */
  | { readonly fill: number }
  | { readonly pause: 'for the next write' | 'for the replies' }

/** How a client ends: between two frames, after so many bytes of one that has more, or with a length that is too much. */
type Last = null | { readonly half: string; readonly bytes: number } | { readonly huge: number }

type Client = { readonly steps: readonly Step[]; readonly last: Last }

const letters = ['a', 'b', 'Z', '7', ' ', '\n', '\r', '\0', '"', '\\', '%', 'é', 'ß', 'ﬁ', '日', '😀']
/** Where another byte of the header begins to count. */
const lengths = [127, 128, 255, 256, 257, 300, 1000, 65_535, 65_536]
const fullWrites = [512, 1024, 2048, 4096, 8192, 16_384]
const tooLong = [2_097_152, 0x7fffffff, 0x80000000, 0xffffffff]

export function conversations(fc: FastCheck) {
  const text = fc.string({ unit: fc.constantFrom(...letters), maxLength: 8 })
  const payload = fc.oneof(
    { weight: 3, arbitrary: text },
    { weight: 1, arbitrary: fc.constantFrom(...lengths).map((length) => 'x'.repeat(length)) },
  )
  const cut = fc.option(fc.integer({ min: 1, max: 6 }), { freq: 2 })
  const pause = fc.constantFrom('for the next write' as const, 'for the replies' as const)
  const step = fc.oneof(
    { weight: 8, arbitrary: fc.record({ frame: payload, cut }) },
    { weight: 2, arbitrary: fc.record({ fill: fc.constantFrom(...fullWrites) }) },
    { weight: 3, arbitrary: fc.record({ pause }) },
  )
  const half = fc.record({
    half: text.filter((each) => each !== ''),
    bytes: fc.constantFrom(4, 4, 5, 1, 2, 3),
  })
  const last = fc.oneof(
    { withCrossShrink: true },
    { weight: 5, arbitrary: fc.constant(null) },
    { weight: 4, arbitrary: half },
    { weight: 1, arbitrary: fc.record({ huge: fc.constantFrom(...tooLong) }) },
  )
  const client = fc.record({ steps: fc.array(step, { maxLength: 8 }), last })
  return fc.array(client, { minLength: 1, maxLength: 3 })
}

/** The header of a frame: the length of its payload, four bytes, big-endian. */
export function header(length: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(length)
  return bytes
}

export const frame = (payload: string) =>
  Buffer.concat([header(Buffer.byteLength(payload)), Buffer.from(payload)])

/** One client after the other: a server may serve them one by one. */
export async function talk(server: ServerUnderTest, clients: readonly Client[]): Promise<void> {
  for (const [i, { steps, last }] of clients.entries()) {
    const client = await server.connect(`client ${i + 1}`)
    await follow(client, steps)
    if (last !== null && 'huge' in last) {
      await client.send(header(last.huge))
      await expect(client).toBeHungUpOn(0)
    } else if (last !== null) {
      await client.send(frame(`${last.half}ab`).subarray(0, last.bytes))
      await client.finish()
      await expect(client).toBeHungUpOn(0)
    }
    await client.finish()
    await expect(client).toReceiveNothingMore()
  }
}

async function follow(client: TcpPeer, steps: readonly Step[]): Promise<void> {
  const writes = new Writes(client)
  let due: string[] = []

  async function send(): Promise<void> {
    await writes.send()
    for (const payload of due) await expect(client).toReceiveFrame(payload)
    due = []
  }

  for (const step of steps) {
    if ('frame' in step) {
      writes.put(frame(step.frame), step.cut ?? undefined)
      due.push(step.frame)
    } else if ('fill' in step) {
      const payload = 'x'.repeat(Math.max(step.fill - writes.size - 4, 0))
      writes.put(frame(payload))
      due.push(payload)
      await send()
    } else if (step.pause === 'for the replies' && due.length > 0) await send()
    else writes.next()
  }
  await send()
}
