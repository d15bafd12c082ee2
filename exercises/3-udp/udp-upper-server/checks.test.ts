import { checksFor, expect } from '#grader'
import exercise from './exercise.ts'

const check = checksFor(exercise)

check('bound', async (student) => {
  const server = await student.serve()
  const client = await server.datagrams('client 1')
  await client.send('hello')
  await expect(client).toBeHeard()
})

check('upper', async (student) => {
  const server = await student.serve()
  const client = await server.datagrams('client 1')
  const payload = client.random()
  await client.send(payload)
  await expect(client).toReceive(payload.toUpperCase())
})

check('right-client', async (student) => {
  const server = await student.serve()
  const [ada, bob] = [await server.datagrams('ada'), await server.datagrams('bob')]
  for (const client of [ada, bob, ada, bob]) {
    const payload = client.random()
    await client.send(payload)
    await expect(client).toReceive(payload.toUpperCase())
  }
  await expect(ada, bob).toReceiveNothingMore()
})

check('same-port', async (student) => {
  const server = await student.serve()
  const client = await server.datagrams('client 1')
  const payload = client.random()
  await client.send(payload)
  await expect(client).toReceiveFromServerPort(payload.toUpperCase())
})

check('one-each', async (student) => {
  const server = await student.serve()
  const client = await server.datagrams('client 1')
  for (let i = 0; i < 5; i++) {
    const payloads = Array.from({ length: 4 }, () => client.random())
    for (const payload of payloads) await client.send(payload)
    await expect(client).toReceiveAll(payloads.map((payload) => payload.toUpperCase()))
  }
  await expect(client).toReceiveNothingMore()
})

check('big', async (student) => {
  const server = await student.serve()
  const client = await server.datagrams('client 1')
  const payload = client.random(1200)
  await client.send(payload)
  await expect(client).toReceive(payload.toUpperCase())
})

check('client-gone', async (student) => {
  const server = await student.serve()
  const gone = await server.datagrams('client 1')
  await gone.send(gone.random())
  gone.vanish()
  const next = await server.datagrams('client 2')
  for (let i = 0; i < 2; i++) {
    const payload = next.random()
    await next.send(payload)
    await expect(next).toReceive(payload.toUpperCase())
  }
})
