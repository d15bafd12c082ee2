import { checksFor, expect, type TcpPeer } from '#grader'
import exercise from './exercise.ts'

const check = checksFor(exercise)

/** More than the buffers of both ends hold together while the client does not read. */
const muchBytes = 9 * 1024 * 1024

check('silent-first', async (student) => {
  const server = await student.serve()
  const silent = await server.connect('client 1')
  const next = await server.connect('client 2')
  const message = next.random()
  await next.send(message)
  await next.finish() // so that a server which answers only at end of file is judged by another check
  await expect(next).toReceiveBeside(silent, message)
})

check('eight', async (student) => {
  const server = await student.serve()
  const clients: TcpPeer[] = []
  for (let n = 1; n <= 8; n++) clients.push(await server.connect(`client ${n}`))
  await expect(...clients).toBeEchoed()
  await expect(...clients.toReversed()).toBeEchoed()
  const [leaver] = clients.splice(2, 1)
  await leaver?.finish() // the others stay who they are
  clients.unshift(await server.connect('client 9'))
  await expect(...clients).toBeEchoed()
})

check('binary', async (student) => {
  const server = await student.serve()
  const client = await server.connect('client 1')
  const all = Uint8Array.from({ length: 256 }, (_, byte) => byte)
  const bytes = Buffer.concat([Buffer.from('\r\n '), all, Buffer.from(' \r\n')])
  await client.send(bytes)
  await client.finish()
  await expect(client).toReceive(bytes)
  await expect(client).toReceiveNothingMore()
})

check('big', async (student) => {
  const server = await student.serve()
  const client = await server.connect('client 1')
  client.stopReading()
  await client.sendMuch(muchBytes)
  client.readOn()
  await expect(client).toGetEverythingBack()
})

check('drain', async (student) => {
  const server = await student.serve()
  const client = await server.connect('client 1')
  client.stopReading()
  await client.sendMuch(muchBytes, { thenFinish: true })
  client.readOn()
  await expect(client).toGetEverythingBack()
  await expect(client).toReachEnd()
})

check('isolated', async (student) => {
  const server = await student.serve()
  const first = await server.connect('client 1')
  const rude = await server.connect('client 2')
  const deaf = await server.connect('client 3')
  const last = await server.connect('client 4')
  await expect(first, rude, deaf, last).toBeEchoed()
  rude.abort() // while the server waits for its next bytes
  await expect(first, last).toBeEchoed()
  deaf.stopReading()
  await deaf.sendMuch(muchBytes)
  deaf.abort() // while the server wants to send
  await expect(last, first).toBeEchoed()
  await expect(first, await server.connect('client 5'), last).toBeEchoed()
})
