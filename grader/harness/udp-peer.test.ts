import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { EnvironmentError } from './environment-error.ts'
import type { isBound } from './open-sockets.ts'
import type { Program } from './program.ts'
import { ended, eventually, listeners, says, stage } from './testing.ts'
import { UdpPeer } from './udp-peer.ts'

jest.setTimeout(60_000)
const { port, run } = stage()
const peers: UdpPeer[] = []
afterEach(() => {
  for (const peer of peers.splice(0)) peer.close()
})

async function open(program: Program, name: string, to: number, bound?: typeof isBound): Promise<UdpPeer> {
  const peer = await UdpPeer.open(program, name, to, await port(), bound)
  peers.push(peer)
  return peer
}

const hears = async (program: Program, peer: UdpPeer, count = 1) => {
  await program.recorder.until(5000, () => (peer.unread().length >= count ? true : undefined))
  return peer.unread().map(({ bytes }) => bytes.toString())
}

test.each([
  ['', undefined],
  [' on a machine that cannot tell what is bound', () => null],
])('a program that binds after 1 s receives exactly one datagram%s', async (_, bound) => {
  const at = await port()
  const program = run('binds-late.py', [at, 1])
  const peer = await open(program, 'ada', at, bound)
  expect(await peer.send(Buffer.from('first'), 5000)).toBe(true)
  expect(program.recorder.nowMs()).toBeGreaterThan(1000)
  expect(await hears(program, peer)).toEqual(['1 first'])
  peer.take(1)
  expect(await peer.send(Buffer.from('second'), 5000)).toBe(true)
  expect(await hears(program, peer)).toEqual(['2 second'])
  const ours = program.recorder.events.flatMap(({ actor, event }) => (actor === 'ada' ? [event] : []))
  expect(ours).toEqual(['send', 'receive', 'send', 'receive'])
})

test('an answer from another port is heard, and where it came from', async () => {
  const at = await port()
  const program = run('binds-late.py', [at, 0, 'elsewhere'])
  const peer = await open(program, 'ada', at)
  for (let i = 1; i <= 300; i++) {
    expect(await peer.send(Buffer.from('x'), 5000)).toBe(true)
    expect(await hears(program, peer)).toEqual([`${i} x`])
    expect(peer.unread()[0]?.from).toMatch(/^127\.0\.0\.1:\d+$/)
    expect(peer.unread()[0]?.from).not.toBe(`127.0.0.1:${at}`)
    peer.take(1)
  }
})

test('datagrams sent at once go out in order, each once, the empty one too', async () => {
  const at = await port()
  const program = run('binds-late.py', [at, 0])
  const peer = await open(program, 'ada', at)
  const words = ['a', 'b', '', 'd']
  await Promise.all(words.map((word) => peer.send(Buffer.from(word), 5000)))
  expect(await hears(program, peer, 4)).toEqual(['1 a', '2 b', '3 ', '4 d'])
})

test('refused to the end: nobody is bound, or the program has ended', async () => {
  const at = await port()
  const [idle, gone] = [run('counts.py'), run('exits-at-once.py')]
  expect(await (await open(idle, 'ada', at)).send(Buffer.from('x'), 200)).toBe(false)
  expect(await (await open(idle, 'eve', at, () => null)).send(Buffer.from('x'), 200)).toBe(false)
  expect(await (await open(gone, 'bob', at)).send(Buffer.from('x'), 30_000)).toBe(false)
  expect(await ended(gone)).toBeDefined()
  expect(idle.recorder.events.map(({ event }) => event)).not.toContain('send')
})

test('a program bound to another address is refused, not reached', async () => {
  const at = await port()
  const other = createSocket('udp4').bind(at, '127.0.0.2')
  await once(other, 'listening')
  const program = run('counts.py')
  expect(await (await open(program, 'ada', at)).send(Buffer.from('x'), 200)).toBe(false)
  other.close()
})

test('a flood of answers is heard up to a limit', async () => {
  const at = await port()
  const program = run('floods-datagrams.py', [at])
  const peer = await open(program, 'ada', at)
  await peer.send(Buffer.from('x'), 5000)
  expect(await hears(program, peer, 2000)).toHaveLength(2000)
  await program.recorder.window(100, () => undefined)
  expect(peer.unread()).toHaveLength(2000)
})

test('closed at any moment it stays quiet', async () => {
  const at = await port()
  const program = run('binds-late.py', [at, 0.3])
  const peer = await open(program, 'ada', at)
  const sending = [peer.send(Buffer.from('x'), 5000), peer.send(Buffer.from('y'), 5000)]
  await program.recorder.window(50, () => undefined)
  peer.close()
  peer.close()
  expect(await Promise.all(sending)).toEqual([false, false])
  expect(await peer.send(Buffer.from('z'), 5000)).toBe(false)

  const second = await open(program, 'bob', at)
  await eventually(() => listeners(at).length > 0)
  const last = second.send(Buffer.from('x'), 5000)
  second.close()
  expect(await last).toBe(false)
})

test('a port that is taken is a fault of this machine', async () => {
  const at = await port()
  const other = createSocket('udp4').bind(at, '127.0.0.1')
  await once(other, 'listening')
  const program = run('counts.py')
  await expect(UdpPeer.open(program, 'ada', 9, at)).rejects.toThrow(EnvironmentError)
  other.close()
  await says(program, '1')
})
