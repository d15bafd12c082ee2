import { checksFor, expect, explore } from '#grader'
import { conversations, inUpperCase, talk } from './conversations.ts'
import exercise from './exercise.ts'

const check = checksFor(exercise)

check('one', async (student) => {
  const server = await student.serve()
  const client = await server.connect('client 1')
  const line = client.random()
  await client.send(`${line}\n`)
  await expect(client).toReceiveLines([line.toUpperCase()])
  await client.finish()
  await expect(client).toReachEnd()
})

check('coalesced', async (student) => {
  const server = await student.serve()
  const client = await server.connect('client 1')
  const lines = [client.random(8), client.random(12), client.random(5)]
  await client.send(`${lines.join('\n')}\n`)
  await expect(client).toReceiveLines(lines.map((line) => line.toUpperCase()))
})

check('split', async (student) => {
  const server = await student.serve()
  const client = await server.connect('client 1')
  const line = client.random(24)
  await client.sendInPieces([line.slice(0, 6), line.slice(6, 9), line.slice(9, 18)])
  await expect(client).toReceiveNoLineYet()
  await client.send(`${line.slice(18)}\n${client.random(5)}`) // behind the LF the next line begins
  await expect(client).toReceiveLines([line.toUpperCase()])
})

check('utf8-split', async (student) => {
  const server = await student.serve()
  const client = await server.connect('client 1')
  const line = `${client.random(6)}é${client.random(6)}✓${client.random(6)}`
  const bytes = Buffer.from(`${line}\n`)
  const [two, three] = [bytes.indexOf('é'), bytes.indexOf('✓')] // of two bytes, and of three
  const cuts = [0, two + 1, three + 1, three + 2, bytes.length]
  await client.sendInPieces(cuts.slice(1).map((end, i) => bytes.subarray(cuts[i], end)))
  await expect(client).toReceiveLines([inUpperCase(line)])
})

check('crlf-empty', async (student) => {
  const server = await student.serve()
  const client = await server.connect('client 1')
  for (const [line, end] of [
    [client.random(), '\r\n'],
    [client.random(), '\n'],
    ['', '\r\n'],
    ['', '\n'],
    [client.random(), '\r\n'],
  ] as const) {
    await client.send(`${line}${end}`)
    await expect(client).toReceiveLines([line.toUpperCase()])
  }
})

check('long', async (student) => {
  const server = await student.serve()
  const client = await server.connect('client 1')
  const line = client.random(100 * 1024)
  await client.send(`${line}\n`)
  await expect(client).toReceiveLines([line.toUpperCase()], 15_000) // time enough for who reads byte by byte
})

check('per-conn', async (student) => {
  const server = await student.serve()
  const first = await server.connect('client 1')
  await first.send(first.random(16)) // half a line
  // One that comes while the first is there, and waits until it has left; then one that comes afterwards.
  const second = await server.connect('client 2')
  const line = second.random()
  await second.send(`${line}\n`)
  await first.finish()
  await expect(second).toReceiveLines([line.toUpperCase()])
  await second.finish()
  const third = await server.connect('client 3')
  const next = third.random()
  await third.send(`${next}\n`)
  await expect(third).toReceiveLines([next.toUpperCase()])
})

check('pipelined', async (student) => {
  const server = await student.serve()
  const client = await server.connect('client 1')
  const lines = Array.from({ length: 1000 }, (_, i) => `${client.random(1 + (i % 40))}-${i}`)
  await client.send(`${lines.join('\n')}\n`) // reading goes on meanwhile: the program may wait until we have taken its replies
  await expect(client).toReceiveLines(lines.map((line) => line.toUpperCase()))
})

check('explores', (student) => explore(student, { conversations, start: (one) => one.serve(), talk }))
