import { checksFor, expect } from '#grader'
import exercise from './exercise.ts'

const check = checksFor(exercise)

check('listens', async (student) => {
  const server = await student.serve()
  await server.comesUp()
})

check('greets', async (student) => {
  const server = await student.serve()
  const client = await server.connect('client 1')
  await expect(client).toReceive('hello')
})

check('closes', async (student) => {
  const server = await student.serve()
  const client = await server.connect('client 1')
  await expect(client).toReceiveAmongOthers('hello')
  await client.finish()
  await expect(client).toReachEnd()
})

check('next-client', async (student) => {
  const server = await student.serve()
  for (const name of ['client 1', 'client 2']) {
    const client = await server.connect(name)
    await expect(client).toReceiveAmongOthers('hello')
    await client.finish() // so that a server which reads until the end moves on
  }
})
