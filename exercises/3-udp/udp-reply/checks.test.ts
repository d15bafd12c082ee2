import { checksFor, expect } from '#grader'
import exercise from './exercise.ts'

const check = checksFor(exercise)

const answerTo = (payload: Uint8Array | string) => `got ${Buffer.byteLength(payload)} bytes`

check('replies', async (student) => {
  const server = await student.serve()
  const client = await server.datagrams('client 1')
  const payload = client.random(5)
  await client.send(payload)
  await expect(client).toReceive(answerTo(payload))
})

check('right-client', async (student) => {
  const server = await student.serve()
  const [ada, bob] = [await server.datagrams('ada'), await server.datagrams('bob')]
  for (const [client, length] of [
    [ada, 7],
    [bob, 11],
    [ada, 20],
    [bob, 4],
  ] as const) {
    await client.send(client.random(length))
    await expect(client).toReceive(`got ${length} bytes`)
  }
  await expect(ada, bob).toReceiveNothingMore()
})

check('same-port', async (student) => {
  const server = await student.serve()
  const client = await server.datagrams('client 1')
  const payload = client.random()
  await client.send(payload)
  await expect(client).toReceiveFromServerPort(answerTo(payload))
})

check('every', async (student) => {
  const server = await student.serve()
  const client = await server.datagrams('client 1')
  const sizes = [1, 2, 512, 0, 1472, 33, 9000, 5, 64, 1200]
  const payloads = [...sizes, ...sizes, ...sizes].map((size, i) =>
    i % 4 === 1 ? 'é'.repeat(size + 1) : client.random(size),
  )
  // At most three at a time: more could overflow a receive buffer, which is nobody's fault.
  for (let i = 0; i < payloads.length; i += 3) {
    const few = payloads.slice(i, i + 3)
    for (const payload of few) await client.send(payload)
    await expect(client).toReceiveAll(few.map(answerTo))
  }
  await expect(client).toReceiveNothingMore()
})
