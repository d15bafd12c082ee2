import { createServer } from 'node:net'
import { once } from 'node:events'
import { connectTo } from './tcp-client.ts'
import { EnvironmentError } from './environment-error.ts'
import { Stream } from './stream.ts'
import { ended, eventually, listeners, says, stage } from './testing.ts'

jest.setTimeout(60_000)
const { port, run } = stage()
const local = (at: number) => ({ host: '127.0.0.1', port: at })

async function connected(...args: Parameters<typeof connectTo>): Promise<Stream> {
  const outcome = await connectTo(...args)
  if (outcome instanceof Stream) return outcome
  throw new Error(`no connection: ${outcome}`)
}

test('waits for a listener that comes after 1 s, and is its first and only client', async () => {
  const at = await port()
  const program = run('listens-late.py', [at, 1])
  const stream = await connected(program, 'client 1', local(at), 5000, true)
  expect(program.recorder.nowMs()).toBeGreaterThan(1000)
  await program.recorder.until(5000, () => stream.over ?? undefined)
  expect(stream.unread().toString()).toBe('hello 1')
  const second = await connected(program, 'client 2', local(at), 5000, false)
  await program.recorder.until(5000, () => second.over ?? undefined)
  expect(second.unread().toString()).toBe('hello 2')
  await says(program, 'accepted 2')
  expect(program.printed()).toBe('accepted 1\naccepted 2\n')
  const ours = program.recorder.events.flatMap(({ actor, event }) => (actor === 'client 1' ? [event] : []))
  expect(ours).toEqual(['connect', 'receive', 'end'])
  for (const each of [stream, second]) each.discard()
})

test('ends as soon as the program has ended', async () => {
  const at = await port()
  const program = run('exits-at-once.py')
  expect(await connectTo(program, 'client', local(at), 30_000, true)).toBe('exit')
  expect(program.exit).toEqual({ code: 3, signal: null })
  expect(program.recorder.nowMs()).toBeLessThan(10_000)
})

test('a refusal is an answer once the program was reached', async () => {
  const at = await port()
  const program = run('stops-itself.py', [await port()])
  expect(await connectTo(program, 'client', local(at), 5000, false)).toBe('refused')
  expect(program.recorder.events.at(-1)).toMatchObject({ actor: 'client', event: 'refused' })
})

test('a program that never listens is silence, and nobody knocks afterwards', async () => {
  const at = await port()
  const program = run('counts.py')
  expect(await connectTo(program, 'client', local(at), 200, true)).toBe('silence')
  const late = createServer().listen(at, '127.0.0.1')
  let knocks = 0
  late.on('connection', () => knocks++)
  await once(late, 'listening')
  await says(program, '200')
  expect(knocks).toBe(0)
  late.close()
})

test('a connection that no queue has room for is silence, and is given up', async () => {
  const at = await port()
  const program = run('never-accepts.py', [at])
  await eventually(() => listeners(at).length > 0)
  const first = await connected(program, 'client', local(at), 5000, true)
  expect(await connectTo(program, 'one too many', local(at), 200, false)).toBe('silence')
  first.discard()
})

test('what this machine cannot do is no refusal', async () => {
  const program = run('counts.py')
  const impossible = { ...local(9), localAddress: '::1' } // from IPv6 to IPv4: refused without leaving loopback
  await expect(connectTo(program, 'client', impossible, 30_000, true)).rejects.toThrow(EnvironmentError)
})

test('a reset and an end reach the one they concern', async () => {
  const at = await port()
  const program = run('echoes.py', [at])
  for (const [word, how] of [
    ['reset', 'reset'],
    ['close', 'end'],
  ] as const) {
    const stream = await connected(program, word, local(at), 5000, true)
    stream.send(Buffer.from(word))
    expect(await program.recorder.until(5000, () => stream.over ?? undefined)).toBe(how)
    stream.discard()
  }
})

test('a server that accepts and resets at once was reached', async () => {
  const at = await port()
  const program = run('resets-at-once.py', [at])
  for (let i = 0; i < 300; i++) {
    const stream = await connected(program, 'client', local(at), 5000, i === 0)
    expect(await program.recorder.until(5000, () => stream.over ?? undefined)).toBe('reset')
    stream.discard()
  }
  const clients = program.recorder.events.flatMap(({ actor, event }) => (actor === 'client' ? [event] : []))
  expect(clients).toEqual(Array.from({ length: 300 }, () => ['connect', 'reset']).flat())
})

test.each([1_000_000, 100])(
  'a server that sends for ever in pieces of %i bytes is read up to a limit',
  async (size) => {
    const at = await port()
    const program = run('sends-for-ever.py', [at, size])
    const before = process.memoryUsage().rss
    const stream = await connected(program, 'client', local(at), 10_000, true)
    const error = () => program.recorder.events.find(({ event }) => event === 'error')
    expect(await program.recorder.until(20_000, error)).toBeDefined()
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024)
    expect(program.exit).toBeNull()
    stream.discard()
    expect(await ended(program)).toMatchObject({ code: 1 })
  },
)
