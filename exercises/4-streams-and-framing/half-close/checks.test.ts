import { checksFor, expect } from '#grader'
import exercise from './exercise.ts'

const check = checksFor(exercise)

check('after-eof', async (student) => {
  const server = await student.serve()
  const client = await server.connect('client 1')
  const data = `${client.random(9)}\n${client.random(20)}\n`
  await client.send(data)
  await client.finish()
  await expect(client).toReceive(`bytes=${data.length} lines=2\n`)
  await expect(client).toReceiveNothingMore()
})

check('not-before', async (student) => {
  const server = await student.serve()
  const client = await server.connect('client 1')
  const data = `${client.random()}\n`
  await client.send(data)
  await expect(client).toReceiveNothingYet()
  await client.finish()
  await expect(client).toReceive(`bytes=${data.length} lines=1\n`)
})

check('zero', async (student) => {
  const server = await student.serve()
  const client = await server.connect('client 1')
  await client.finish()
  await expect(client).toReceive('bytes=0 lines=0\n')
})

check('multi', async (student) => {
  const server = await student.serve()
  const client = await server.connect('client 1')
  // Letters of one, two and three bytes, so that pieces are cut inside of them.
  const line = Buffer.from(`${client.random(40)}-éüñø-日本✓\n`)
  const size = 5 * 1024 * 1024
  const whole = Buffer.alloc(size - (size % line.length), line)
  const pieceBytes = Math.ceil(whole.length / 40)
  const pieces = Array.from({ length: 40 }, (_, i) => whole.subarray(i * pieceBytes, (i + 1) * pieceBytes))
  await client.sendInPieces(pieces, 10)
  await client.finish()
  await expect(client).toReceive(`bytes=${whole.length} lines=`) // how many lines is another check's business
})

check('lines', async (student) => {
  const server = await student.serve()
  const client = await server.connect('client 1')
  const word = () => client.random(7)
  // A line in two pieces, CR LF in two, lone CRs, empty lines, and pieces that end where lines do.
  const pieces = [word(), `${word()}\n${word()}\r`, `\n\n\n${word()}\r${word()}\n`, `\n${word()}\n`]
  const data = pieces.join('')
  await client.sendInPieces(pieces)
  await client.finish()
  await expect(client).toReceive(`bytes=${data.length} lines=${data.split('\n').length - 1}\n`)
})

check('then-closes', async (student) => {
  const server = await student.serve()
  const client = await server.connect('client 1')
  const data = `${client.random()}\n`
  await client.send(data)
  await client.finish()
  await expect(client).toReceiveAmongOthers(`bytes=${data.length} lines=1\n`)
  await expect(client).toReachEnd()
})

check('next', async (student) => {
  const server = await student.serve()
  for (const [i, length] of [11, 30].entries()) {
    const client = await server.connect(`client ${i + 1}`)
    const data = `${client.random(length)}\n`
    await client.send(data)
    await client.finish()
    await expect(client).toReceive(`bytes=${data.length} lines=1\n`)
  }
})
