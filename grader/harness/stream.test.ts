import { connect, createServer, type Socket } from 'node:net'
import { once } from 'node:events'
import { Recorder } from './recorder.ts'
import { Stream } from './stream.ts'

jest.setTimeout(60_000)

const sockets: Socket[] = []
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy()
})

/** Both ends of a connection; ours is recorded. */
async function pair() {
  const server = createServer({ allowHalfOpen: true }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true })
  const [[theirs]] = await Promise.all([
    once(server, 'connection') as Promise<[Socket]>,
    once(socket, 'connect'),
  ])
  server.close()
  sockets.push(socket, theirs)
  const recorder = new Recorder()
  const stream = new Stream(recorder, 'client', socket)
  let got = ''
  const theirEnd = { how: '' }
  theirs.on('data', (bytes) => (got += bytes.toString()))
  theirs.on('end', () => (theirEnd.how = 'end'))
  theirs.on('error', (error: NodeJS.ErrnoException) => (theirEnd.how = error.code ?? ''))
  const closed = Promise.all(
    [socket, theirs].map((end) => new Promise((resolve) => end.once('close', resolve))),
  )
  return { recorder, stream, theirs, socket, closed, got: () => got, theirEnd }
}

const events = (recorder: Recorder) => recorder.events.map(({ event }) => event)
const over = (recorder: Recorder, stream: Stream) => recorder.until(5000, () => stream.over ?? undefined)

test('sends, receives, and hands out what was not yet taken', async () => {
  const { recorder, stream, theirs, got } = await pair()
  theirs.write('welcome ')
  theirs.write('home')
  await recorder.until(5000, () => (stream.unread().length === 12 ? true : undefined))
  stream.take(8)
  expect(stream.unread().toString()).toBe('home')
  expect(stream.everything().toString()).toBe('welcome home')
  stream.send(Buffer.from('thanks'))
  await once(theirs, 'data')
  expect(got()).toBe('thanks')
  stream.discard()
  theirs.destroy()
})

test('keeps bytes in order across many pieces', async () => {
  const { recorder, stream, theirs } = await pair()
  const all = Buffer.from(Array.from({ length: 50_000 }, (_, i) => i % 251))
  for (let at = 0; at < all.length; at += 777) theirs.write(all.subarray(at, at + 777))
  await recorder.until(5000, () => (stream.everything().length === all.length ? true : undefined))
  expect(stream.everything().equals(all)).toBe(true)
  stream.discard()
  theirs.destroy()
})

test('a FIN is an end, and what we send afterwards still arrives', async () => {
  const { recorder, stream, theirs, got } = await pair()
  theirs.end('bye')
  expect(await over(recorder, stream)).toBe('end')
  expect(stream.unread().toString()).toBe('bye')
  stream.send(Buffer.from('late'))
  await once(theirs, 'data')
  expect(got()).toBe('late')
  stream.discard()
})

test('a half-close of ours is seen, and the answer to it as well', async () => {
  const { recorder, stream, theirs, theirEnd } = await pair()
  theirs.once('end', () => theirs.end('you finished'))
  stream.send(Buffer.from('x'))
  await stream.finish()
  await stream.finish()
  expect(await over(recorder, stream)).toBe('end')
  expect(stream.unread().toString()).toBe('you finished')
  expect(theirEnd.how).toBe('end')
  expect(events(recorder).filter((event) => event === 'finish')).toHaveLength(1)
  stream.discard()
})

test('a reset is recorded once, and nothing can be sent any more', async () => {
  const { recorder, stream, theirs } = await pair()
  theirs.resetAndDestroy()
  expect(await over(recorder, stream)).toBe('reset')
  expect(events(recorder)).toEqual(['reset'])
  stream.send(Buffer.from('x'))
  await stream.finish()
  stream.discard()
  stream.discard()
})

test('abort() resets, and that is part of the conversation', async () => {
  const { recorder, stream, closed, theirEnd } = await pair()
  stream.abort()
  await closed
  expect(theirEnd.how).toBe('ECONNRESET')
  expect(events(recorder)).toEqual(['abort'])
})

describe('discard() resets, closes for good, and is no part of the conversation', () => {
  test.each<[string, (stream: Stream, theirs: Socket) => unknown]>([
    ['of an open connection', () => {}],
    ['right after a half-close', (stream) => stream.finish()],
    ['after sending and a half-close', (stream) => (stream.send(Buffer.alloc(8_000_000)), stream.finish())],
    ['with bytes on their way', (stream) => stream.send(Buffer.alloc(8_000_000))],
    ['after their FIN', (_, theirs) => (theirs.end(), once(theirs, 'finish'))],
    [
      'with unread bytes',
      (_, theirs) => new Promise((resolve) => theirs.write(Buffer.alloc(10_000), resolve)),
    ],
    ['twice', (stream) => stream.discard()],
  ])('%s', async (_, prepare) => {
    const { recorder, stream, theirs, closed } = await pair()
    theirs.pause()
    await prepare(stream, theirs)
    const before = events(recorder).length
    stream.discard()
    theirs.resume()
    theirs.on('end', () => theirs.end())
    await closed
    expect(events(recorder)).toHaveLength(before)
  })
})

describe('what is sent for ever', () => {
  test.each([
    ['in large pieces', 1_000_000],
    ['in small pieces', 1000],
  ])('%s is read up to a limit, and the sender is not harmed', async (_, size) => {
    const { recorder, stream, theirs, theirEnd } = await pair()
    let stop = false
    const send = () => {
      if (!stop) theirs.write(Buffer.alloc(size), () => setImmediate(send))
    }
    send()
    const stopped = () => recorder.events.find(({ event }) => event === 'error')
    const found = await recorder.until(20_000, stopped)
    const before = recorder.events.length
    await recorder.window(100, () => undefined)
    expect(recorder.events).toHaveLength(before)
    stop = true
    expect(found).toMatchObject({
      actor: 'client',
      error: expect.stringContaining('too much arrived') as string,
    })
    expect(stream.everything().length).toBeLessThan(6_000_000)
    expect(stream.over).toBeNull()
    expect(theirEnd.how).toBe('')
    stream.discard()
    theirs.destroy()
  })

  test('byte by byte is a bounded number of events, which hold every byte', async () => {
    const { recorder, stream, theirs } = await pair()
    theirs.setNoDelay(true)
    const sent = Buffer.from(Array.from({ length: 3000 }, (_, i) => i % 251))
    for (let at = 0; at < sent.length; at++) {
      theirs.write(sent.subarray(at, at + 1))
      await recorder.until(5000, () => (stream.everything().length === at + 1 ? true : undefined))
      if (at === 2000) recorder.record('program', 'stdout')
    }
    expect(recorder.events).toHaveLength(1002)
    const received = recorder.events
      .filter(({ event }) => event === 'receive')
      .map(({ bytes }) => bytes ?? sent)
    expect(Buffer.concat(received).equals(sent)).toBe(true)
    stream.discard()
    theirs.destroy()
  })
})
