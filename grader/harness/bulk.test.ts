import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { Bulk } from './bulk.ts'
import { Recorder } from './recorder.ts'
import { Stream } from './stream.ts'

jest.setTimeout(60_000)

const total = 9 * 1024 * 1024
const block = randomBytes(1_048_573)

const streams: Stream[] = []
afterEach(() => {
  for (const stream of streams.splice(0)) stream.discard()
})

/** A client with much to send, and the server that `serve` makes of the other end. */
async function talk(serve: (socket: Socket) => void) {
  const accept = (end: Socket) => {
    end.on('error', () => {})
    serve(end)
  }
  const server = createServer({ allowHalfOpen: true }, accept).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true })
  await once(socket, 'connect')
  server.close()
  const recorder = new Recorder()
  const stream = new Stream(recorder, 'client', socket)
  streams.push(stream)
  const bulk = new Bulk(recorder, stream, block, total)
  const over = () => (bulk.settled || stream.over !== null ? true : undefined)
  return { recorder, stream, bulk, socket, back: () => recorder.until(10_000, over) }
}

test('everything comes back, and nothing of it is kept', async () => {
  const { recorder, stream, bulk, back } = await talk((socket) => socket.pipe(socket))
  await bulk.send(true)
  await back()
  expect(bulk).toMatchObject({ taken: total, arrived: total, settled: true })
  expect(bulk.wrong).toHaveLength(0)
  expect(stream.everything()).toHaveLength(0)
  const of = (name: string) => recorder.events.filter(({ event }) => event === name)
  for (const events of [of('send'), of('receive')]) {
    const sizes = events.map(({ bytes, cutBytes = 0 }) => (bytes?.length ?? 0) + cutBytes)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(total)
    expect(events.length).toBeLessThan(5)
  }
})

test('while nobody reads, a program that waits for its reader takes only what the buffers hold', async () => {
  const { stream, bulk, socket, back } = await talk((end) => end.pipe(end))
  stream.stopReading()
  await bulk.send(false)
  const before = bulk.taken
  expect(bulk.arrived).toBe(0)
  expect(socket.readableLength).toBeLessThan(200_000)
  stream.readOn()
  await back()
  expect(bulk.taken).toBe(total)
  expect(before).toBeGreaterThan(0)
  expect(bulk.arrived).toBe(total)
})

test('a lost tail is no accident: it is more than the system can hide', async () => {
  const { stream, bulk, back } = await talk((socket) => {
    socket.on('data', (bytes) => socket.write(bytes))
    socket.on('end', () => socket.destroy())
  })
  stream.stopReading()
  await bulk.send(true)
  stream.readOn()
  await back()
  expect(stream.over).not.toBeNull()
  expect(bulk.arrived).toBeLessThan(total)
})

test('a byte that is wrong is found where it is, and a gap is told from it', async () => {
  const spoil = (change: (bytes: Buffer) => Buffer) => (socket: Socket) => {
    let seen = 0
    socket.on('data', (bytes: Buffer) => {
      seen += bytes.length
      const now = seen > 1_000_000 && seen - bytes.length <= 1_000_000
      socket.write(now ? change(bytes) : bytes)
    })
  }
  const changed = await talk(spoil((bytes) => (bytes.writeUInt8((bytes[9] ?? 0) ^ 1, 9), bytes)))
  const gap = await talk(spoil((bytes) => bytes.subarray(100)))
  for (const { bulk, back } of [changed, gap]) {
    await bulk.send(false)
    await back()
    expect(bulk.arrived).toBeGreaterThan(900_000)
    expect(bulk.arrived).toBeLessThan(1_200_000)
    expect(bulk.wrong.length).toBeGreaterThan(0)
  }
  expect(changed.bulk.fault).toBe('different')
  expect(gap.bulk.fault).toBe('lost')
})

test('a reset ends it, whoever is still sending', async () => {
  const { stream, bulk } = await talk((socket) => setTimeout(() => socket.resetAndDestroy(), 20))
  stream.stopReading()
  await bulk.send(true)
  expect(stream.over).toBe('reset')
  expect(bulk.taken).toBeLessThan(total)
})
