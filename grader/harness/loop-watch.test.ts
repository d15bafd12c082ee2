import { createSocket, type Socket } from 'node:dgram'
import { once } from 'node:events'
import { LoopWatch } from './loop-watch.ts'

const sockets: Socket[] = []
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.close()
})

function open(socket: Socket): Socket {
  sockets.push(socket)
  return socket
}

const block = (ms: number) => {
  const untilMs = performance.now() + ms
  while (performance.now() < untilMs);
}

test('what arrives while this process is busy has arrived since before that', async () => {
  const watch = new LoopWatch(() => performance.now())
  const server = open(createSocket('udp4')).bind(0, '127.0.0.1')
  await once(server, 'listening')
  const client = open(createSocket('udp4'))
  client.connect(server.address().port, '127.0.0.1')
  await once(client, 'connect')
  const seen = new Promise<number>((resolve) => server.once('message', () => resolve(watch.sinceMs)))
  const sentMs = performance.now()
  client.send('x')
  await Promise.resolve()
  setImmediate(() => block(80))
  expect(await seen).toBeLessThanOrEqual(sentMs + 5)
  await new Promise((resolve) => setTimeout(resolve, 40))
  await new Promise((resolve) => setImmediate(resolve)) // a look ends in this phase of the loop
  expect(watch.worstMs).toBeGreaterThan(50)
  expect(watch.sinceMs).toBeGreaterThan(sentMs)
  watch.stop()
})
