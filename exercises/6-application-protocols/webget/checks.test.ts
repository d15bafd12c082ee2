import { checksFor, expect } from '#grader'
import exercise from './exercise.ts'

const check = checksFor(exercise)
type Student = Parameters<Parameters<typeof check>[1]>[0]

const word = (student: Student) => student.random(9).replace(/[^a-z0-9]/gi, '')

/** Starts the program for a path that nobody can guess; its output is read as `less` would. */
async function get(student: Student, refused = false) {
  const path = `/${word(student)}/${word(student)}%20${word(student)}.html?q=${word(student)}`
  return { path, client: await student.call(undefined, { args: [path], slowReader: true, refused }) }
}

/** Only the end of the stream tells where such a response ends. */
function response(student: Student, body: string | Uint8Array) {
  const lines = [
    'HTTP/1.1 200 OK',
    'Content-Type: text/html',
    `ETag: "${word(student)}"`,
    'Connection: close',
  ]
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), Buffer.from(body)])
}

function inPieces(bytes: Buffer, count: number): Buffer[] {
  const size = Math.ceil(bytes.length / count)
  return Array.from({ length: count }, (_, i) => bytes.subarray(i * size, (i + 1) * size))
}

check('request', async (student) => {
  const { path, client } = await get(student)
  const connection = await expect(client).toRequest(path)
  connection.send(response(student, 'hello\n'))
  await connection.finish()
  await expect(client).toHaveCalledOnce()
})

check('conn-close', async (student) => {
  const { client } = await get(student)
  await expect(client).toAskToClose()
})

check('small', async (student) => {
  const { client } = await get(student)
  const connection = await client.request()
  const answer = response(student, `<h1>${student.random(40)}</h1>`)
  connection.send(answer)
  await connection.finish()
  await expect(client).toPrintAll(answer)
  await expect(client).toExit()
})

check('drip', async (student) => {
  const { client } = await get(student)
  const connection = await client.request()
  // More than one recv() gets, even if all of it is there: 20 times 4 KiB.
  const lines = Array.from({ length: 1000 }, (_, i) => `${i} ${student.random(75)}\n`)
  const pieces = inPieces(response(student, lines.join('')), 20)
  for (const [i, piece] of pieces.entries()) {
    await student.pass(i === 12 ? 700 : 20) // silence is not the end
    connection.send(piece)
  }
  await connection.finish()
  await expect(client).toPrintAll(...pieces)
})

check('large', async (student) => {
  const { client } = await get(student)
  const connection = await client.request()
  const filler = student.random(54)
  const lines = Array.from({ length: 3 * 2 ** 14 }, (_, i) => `${String(i).padStart(8)} ${filler}\n`)
  const answer = response(student, lines.join(''))
  connection.send(answer)
  await connection.finish()
  await expect(client).toPrintAll(answer)
})

check('exact', async (student) => {
  const { client } = await get(student)
  const connection = await client.request()
  const every = Uint8Array.from({ length: 256 }, (_, byte) => byte)
  const body = [Buffer.from(`\x89PNG\r\n\x1a\n${student.randomUnicode(60)}`, 'latin1'), every]
  const answer = response(student, Buffer.concat([...body, Buffer.from(`${student.random(30)} \n`)]))
  connection.send(answer)
  await connection.finish()
  await expect(client).toPrintExactly(answer)
})

check('refused', async (student) => {
  const { client } = await get(student, true)
  await expect(client).toFail()
})
