import { checksFor, expect } from '#grader'
import exercise from './exercise.ts'

const check = checksFor(exercise)

check('listens', async (student) => {
  const server = await student.serve()
  await server.comesUp()
})

check('upper', async (student) => {
  const server = await student.serve()
  const client = await server.connect('client 1')
  await client.send('hello')
  await expect(client).toReceiveAmongOthers('HELLO')
})

check('exact', async (student) => {
  const server = await student.serve()
  const client = await server.connect('client 1')
  await client.send('hello')
  await expect(client).toReceive('HELLO')
  await expect(client).toReceiveNothingMore()
})

check('closes', async (student) => {
  const server = await student.serve()
  const client = await server.connect('client 1')
  await client.send('hello')
  await expect(client).toReceiveAmongOthers('HELLO')
  await client.finish()
  await expect(client).toReachEnd()
})

check('next-client', async (student) => {
  const server = await student.serve()
  for (const name of ['client 1', 'client 2']) {
    const client = await server.connect(name)
    const message = client.random()
    await client.send(message)
    await expect(client).toReceiveAmongOthers(message.toUpperCase())
    await client.finish() // so that a server which reads until the end moves on
  }
})

check('fresh-data', async (student) => {
  const server = await student.serve()
  for (const [i, length] of [24, 1024, 1, 40, 12].entries()) {
    const client = await server.connect(`client ${i + 1}`)
    const message = client.random(length)
    await client.send(message)
    await expect(client).toReceiveAmongOthers(message.toUpperCase())
    await client.finish()
  }
})

check('empty-client', async (student) => {
  const server = await student.serve()
  const silent = await server.connect('client 1')
  await silent.finish()
  const next = await server.connect('client 2')
  const message = next.random()
  await next.send(message)
  await expect(next).toReceiveAmongOthers(message.toUpperCase())
})
