import { checksFor, expect } from '#grader'
import exercise from './exercise.ts'

const check = checksFor(exercise)

type Student = Parameters<Parameters<typeof check>[1]>[0]
type Server = Awaited<ReturnType<Student['serve']>>
type Client = Awaited<ReturnType<Server['connect']>>

async function talk(client: Client): Promise<void> {
  const message = client.random()
  await client.send(message)
  await expect(client).toReceiveAmongOthers(message.toUpperCase())
  await client.finish() // so that a server which reads until the end moves on
}

const polite = async (server: Server, name: string) => talk(await server.connect(name))

check('twenty', async (student) => {
  const server = await student.serve()
  for (let n = 1; n <= 20; n++) await polite(server, `client ${n}`)
})

check('reset', async (student) => {
  const server = await student.serve()
  const hasty = await server.connect('client 1')
  hasty.abort()
  await polite(server, 'client 2')
  const hesitant = await server.connect('client 3')
  await student.pass(100) // time to be accepted: recv() waits, and fails
  hesitant.abort()
  await polite(server, 'client 4')
})

check('gone-before-reply', async (student) => {
  const server = await student.serve()
  const first = await server.connect('client 1')
  await server.whileHeld(async () => {
    await first.send(first.random())
    first.abort()
  })
  await polite(server, 'client 2')
  const third = await server.connect('client 3')
  await server.whileHeld(async () => {
    await third.send(third.random())
    await third.finish() // with an end before the reset send() fails with EPIPE, not ECONNRESET
    await student.pass(50)
    third.abort()
  })
  await polite(server, 'client 4')
})

check('burst', async (student) => {
  const server = await student.serve()
  await polite(server, 'client 1')
  await server.burst(
    Array.from({ length: 10 }, (_, i) => `client ${i + 2}`),
    talk,
  )
})

check('no-leak', async (student) => {
  const server = await student.serve()
  await polite(server, 'client 0')
  const open = student.countDescriptors(server)
  await open.crowd(20, 'got their answer', (next) => polite(server, next()))
  // After two rude clients, for which every queue has room, a polite one: its answer shows that they were dealt with.
  await open.crowd(25, 'left without a word', async (next) => {
    for (const name of [next(), next()]) {
      const silent = await server.connect(name)
      await silent.finish()
    }
    await polite(server, next())
  })
  await open.crowd(25, 'reset their connection', async (next) => {
    for (const name of [next(), next()]) {
      const rude = await server.connect(name)
      rude.abort()
    }
    await polite(server, next())
  })
  await open.crowd(15, 'were gone before their answer', async (next) => {
    const gone = await server.connect(next())
    await server.whileHeld(async () => {
      await gone.send(gone.random())
      gone.abort()
    })
    await polite(server, next())
  })
  await expect(open).toBeClosed((next) => polite(server, next()))
})

check('restart', async (student) => {
  const server = await student.serve()
  await polite(server, 'client 1')
  const served = await server.connect('client 2')
  const message = served.random()
  await served.send(message)
  await expect(served).toReceiveAmongOthers(message.toUpperCase())
  // It is still connected when the program is killed: then the server's side is the first to close, in every design.
  const again = await student.restart(server)
  await polite(again, 'client 3')
})
