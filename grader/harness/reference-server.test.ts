import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import { EnvironmentError } from './environment-error.ts'
import { Recorder } from './recorder.ts'
import { ReferenceServer } from './reference-server.ts'
import { ended, listeners, stage } from './testing.ts'

jest.setTimeout(60_000)
const { port, run } = stage()
const servers: ReferenceServer[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

async function open() {
  const recorder = new Recorder()
  const server = new ReferenceServer(recorder, await port())
  servers.push(server)
  await server.open()
  return { server, recorder }
}

test('sees who calls by TCP, on both addresses', async () => {
  const { server, recorder } = await open()
  const clients = ['127.0.0.1', '::1'].map((host) => connect({ port: server.port, host }))
  await Promise.all(clients.map((client) => once(client, 'connect')))
  await recorder.until(5000, () => (server.connections.length === 2 ? true : undefined))
  expect(new Set(server.callers)).toEqual(new Set(clients.map(({ localPort }) => localPort)))
  expect(server.connections.map(({ name }) => name)).toEqual(['server', 'server, connection 2'])
  for (const client of clients) client.on('error', () => {}) // discarded with a reset
  server.close()
  await Promise.all(clients.map((client) => new Promise((resolve) => client.once('close', resolve))))
})

test('hears datagrams and answers them, on both addresses', async () => {
  const { server, recorder } = await open()
  for (const [type, host] of [
    ['udp4', '127.0.0.1'],
    ['udp6', '::1'],
  ] as const) {
    const client = createSocket(type)
    client.send('ping', server.port, host)
    await recorder.until(5000, () => server.datagrams.find((each) => each.host === host))
    const datagram = server.datagrams.at(-1)
    expect(datagram).toMatchObject({ host, port: client.address().port })
    datagram?.reply(Buffer.from('pong'))
    const [answer] = (await once(client, 'message')) as [Buffer]
    expect(answer.toString()).toBe('pong')
    client.close()
    datagram?.reply(Buffer.from('to nobody'))
  }
})

test('a port that is taken, by TCP or UDP, is a fault of this machine, and leaves nothing open', async () => {
  const at = await port()
  const other = createServer().listen(at, '127.0.0.1')
  await once(other, 'listening')
  const server = new ReferenceServer(new Recorder(), at)
  await expect(server.open()).rejects.toThrow(EnvironmentError)
  server.close()
  await new Promise((resolve) => other.close(resolve))
  const socket = createSocket('udp4').bind(at, '127.0.0.1')
  await once(socket, 'listening')
  const again = new ReferenceServer(new Recorder(), at)
  await expect(again.open()).rejects.toThrow(/cannot use port/)
  again.close()
  socket.close()
  expect(listeners(at)).toEqual([])
})

test('closed twice, with replies still to come, it stays quiet', async () => {
  const { server, recorder } = await open()
  const client = createSocket('udp4')
  client.send('ping', server.port, '127.0.0.1')
  await recorder.until(5000, () => server.datagrams[0])
  server.close()
  server.close()
  server.datagrams[0]?.reply(Buffer.from('late'))
  expect(listeners(server.port)).toEqual([])
  client.close()
})

test('a client in an endless loop is kept in bounds', async () => {
  const { server } = await open()
  const program = run('calls-for-ever.py', ['127.0.0.1', server.port])
  expect(await ended(program)).toMatchObject({ code: 0 })
  expect(server.connections.length).toBeLessThanOrEqual(200)
  expect(server.datagrams.length).toBeLessThanOrEqual(2000)
})

test('knows when a caller may have called at the earliest, though it was busy', async () => {
  const { server, recorder } = await open()
  await recorder.window(50, () => undefined)
  const client = connect({ port: server.port, host: '127.0.0.1' })
  client.on('error', () => {})
  const calledMs = recorder.nowMs()
  while (recorder.nowMs() < calledMs + 200); // the kernel has completed the handshake long since
  await recorder.until(5000, () => server.connections[0])
  expect(server.calledAtMs[0]).toBeLessThanOrEqual(calledMs)
})
