import { checksFor, expect } from '#grader'
import exercise from './exercise.ts'

const check = checksFor(exercise)

check('listens', async (student) => {
  const server = await student.serve()
  await server.comesUp()
})

check('first-client', async (student) => {
  const server = await student.serve()
  const client = await server.connect('client 1')
  await expect(client).toReceive('welcome 1\n')
  await expect(client).toReachEnd()
  await expect(client).toReceiveNothingMore()
})

check('second-client', async (student) => {
  const server = await student.serve()
  for (const n of [1, 2]) {
    const client = await server.connect(`client ${n}`)
    await expect(client).toReceive(`welcome ${n}\n`)
    await expect(client).toReachEnd()
    await expect(client).toReceiveNothingMore()
  }
})

check('waiting-client', async (student) => {
  const server = await student.serve()
  const first = await server.connect('client 1')
  await expect(first).toReceive('welcome 1\n')
  await first.finish()
  const waiting = await server.connectTogether(['client 2', 'client 3'])
  for (const [i, client] of waiting.entries()) {
    await expect(client).toReceive(`welcome ${i + 2}\n`)
    await client.finish()
  }
})

check('twenty', async (student) => {
  const server = await student.serve()
  const first = await server.connect('client 1')
  await expect(first).toReceive('welcome 1\n')
  await first.finish()
  for (let n = 2; n <= 20; n += 2) {
    const names = [n, n + 1].filter((each) => each <= 20).map((each) => `client ${each}`)
    for (const [i, client] of (await server.connectTogether(names)).entries()) {
      await expect(client).toReceive(`welcome ${n + i}\n`)
      await client.finish()
    }
  }
})
