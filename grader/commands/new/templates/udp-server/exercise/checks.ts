import { checksFor, expect } from '#grader'
import exercise from './exercise.ts'

const check = checksFor(exercise)

check('replies', async (student) => {
  const server = await student.serve()
  const client = await server.datagrams('client 1')
  const name = client.random()
  await client.send(name)
  await expect(client).toReceive(`hello ${name}`)
})

check('right-client', async (student) => {
  const server = await student.serve()
  const [ada, bob] = [await server.datagrams('ada'), await server.datagrams('bob')]
  for (const client of [ada, bob, ada]) {
    const name = client.random()
    await client.send(name)
    await expect(client).toReceive(`hello ${name}`)
  }
  await expect(ada, bob).toReceiveNothingMore()
})
