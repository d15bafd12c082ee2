import { checksFor, expect, explore } from '#grader'
import { conversations, frame, header, talk } from './conversations.ts'
import exercise from './exercise.ts'

const check = checksFor(exercise)

// Slow enough that a piece has been read before the next one comes.
const gapMs = 100

check('one', async (student) => {
  const server = await student.serve()
  const client = await server.connect('client 1')
  await client.send(frame('hello'))
  await expect(client).toReceiveFrame('hello')
})

check('byte-by-byte', async (student) => {
  const server = await student.serve()
  const client = await server.connect('client 1')
  const message = client.random()
  const pieces = [...header(message.length)].map((byte) => Buffer.from([byte]))
  await client.sendInPieces([...pieces, message], gapMs)
  await expect(client).toReceiveFrame(message)
})

check('coalesced', async (student) => {
  const server = await student.serve()
  const client = await server.connect('client 1')
  const messages = [9, 24, 13].map((length) => client.random(length))
  await client.send(Buffer.concat(messages.map(frame)))
  for (const message of messages) await expect(client).toReceiveFrame(message)
  // A header at the end of what comes together is not lost either.
  const [first, second] = [client.random(), client.random()]
  await client.sendInPieces([Buffer.concat([frame(first), header(second.length)]), second], gapMs)
  for (const message of [first, second]) await expect(client).toReceiveFrame(message)
})

check('zero', async (student) => {
  const server = await student.serve()
  const client = await server.connect('client 1')
  await client.send(frame(''))
  await expect(client).toReceiveFrame('')
})

check('large', async (student) => {
  const server = await student.serve()
  const client = await server.connect('client 1')
  const message = `${client.random(65_534)} \r\n` // to a frame all bytes are alike
  const bytes = frame(message)
  const cuts = [0, 4 + 16_384, 4 + 40_000, 4 + 65_000, bytes.length]
  const pieces = cuts.slice(1).map((cut, i) => bytes.subarray(cuts[i], cut))
  await client.sendInPieces(pieces, gapMs)
  await expect(client).toReceiveFrame(message)
})

check('bytes-not-chars', async (student) => {
  const server = await student.serve()
  const client = await server.connect('client 1')
  // The last of these letters becomes two in upper case, of one byte each instead of three.
  const message = ['é', '日本', 'ñø', 'ﬁ'].map((letters) => client.random(3) + letters).join('')
  await client.send(frame(message))
  await expect(client).toReceiveFrame(message)
})

check('limit', async (student) => {
  const server = await student.serve()
  const [hugeHeader, twoMebibytes] = [header(0xffffffff), frame('a'.repeat(2 * 1024 * 1024))]
  for (const [i, bytes] of [hugeHeader, twoMebibytes].entries()) {
    const greedy = await server.connect(`client ${i + 1}`)
    await greedy.send(bytes)
    await expect(greedy).toBeHungUpOn()
    await greedy.finish()
  }
  const next = await server.connect('client 3')
  const message = next.random()
  await next.send(frame(message))
  await expect(next).toReceiveFrame(message)
})

check('truncated', async (student) => {
  const server = await student.serve()
  for (const [i, bytes] of [14, 2].entries()) {
    const hasty = await server.connect(`client ${i + 1}`)
    await hasty.send(frame(hasty.random(24)).subarray(0, bytes))
    await hasty.finish()
    await expect(hasty).toBeHungUpOn()
  }
  for (const name of ['client 3', 'client 4']) {
    const client = await server.connect(name)
    const message = client.random()
    await client.send(frame(message))
    await expect(client).toReceiveFrame(message)
    await client.finish() // between two frames it may end as well
  }
})

check('explores', (student) => explore(student, { conversations, start: (one) => one.serve(), talk }))
