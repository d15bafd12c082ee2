import { browse, checksFor, expect, originOf } from '#grader'
import exercise from './exercise.ts'

const check = checksFor(exercise)
type Student = Parameters<Parameters<typeof check>[1]>[0]

const word = (student: Student) => student.random(9).replace(/[^a-z0-9]/gi, '')
/** No two requests are alike: a proxy may keep what it has seen. */
const newPath = (student: Student) => `/${word(student)}/${word(student)}.html`

function response(body: Uint8Array, status = '200 OK', headers: readonly string[] = []) {
  const head = [`HTTP/1.1 ${status}`, `Content-Length: ${body.length}`, ...headers]
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), body])
}

/** The next client asks for a page, and gets it. */
async function isServed(student: Student, server: Awaited<ReturnType<Student['serve']>>, name: string) {
  const origin = await originOf(student)
  const [path, body] = [newPath(student), Buffer.from(student.random(60))]
  const client = await browse(server, name)
  await client.ask(origin.url(path))
  await origin.answer(await origin.request({ of: client, path }), response(body))
  await expect(client).toGet(body)
}

check('forwards', async (student) => {
  const [origin, server] = [await originOf(student), await student.serve()]
  const path = `${newPath(student)}?q=${word(student)}`
  const client = await browse(server, 'client 1')
  await client.ask(origin.url(path))
  await origin.rightRequest({ of: client, path })
})

check('body', async (student) => {
  const [origin, server] = [await originOf(student), await student.serve()]
  const [path, every] = [newPath(student), Uint8Array.from({ length: 256 }, (_, byte) => byte)]
  const pixels = Buffer.from(student.randomUnicode(1000), 'latin1')
  const unit = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), every, pixels])
  const picture = Buffer.alloc(1024 * 1024, unit)
  const client = await browse(server, 'client 1')
  await client.ask(origin.url(path))
  await origin.answer(await origin.request({ of: client, path }), response(picture))
  await expect(client).toGetExactly(picture)
})

check('status', async (student) => {
  const [origin, server] = [await originOf(student), await student.serve()]
  const [path, body] = [newPath(student), Buffer.from(`<h1>${student.random(40)}</h1>\n`)]
  const headers = [
    ['Content-Type', `text/${word(student)}`],
    ['X-Found', student.random(20).replaceAll('  ', ' ')],
  ] as const
  const client = await browse(server, 'client 1')
  await client.ask(origin.url(path), { headers: ['Connection: keep-alive'] })
  const connection = await origin.request({ of: client, path })
  const lines = headers.map(([name, value]) => `${name}: ${value}`)
  await origin.answer(connection, response(body, '404 Not Found', lines), { keepsAlive: true })
  await expect(client).toGetFrom(connection, { status: 404, headers, body })
})

check('bad-gateway', async (student) => {
  const [down, server] = [await originOf(student, { refused: true }), await student.serve()]
  const client = await browse(server, 'client 1')
  await client.ask(down.url(newPath(student)))
  await expect(client).toBeTold(502)
  await client.finish()
  await isServed(student, server, 'client 2')
})

check('concurrent', async (student) => {
  const [origin, server] = [await originOf(student), await student.serve()]
  const [path, body] = [newPath(student), Buffer.from(student.random(60))]
  const slow = await browse(server, 'client 1')
  await slow.ask(origin.url(path))
  const connection = await origin.request({ of: slow, path })
  const answer = () => origin.answer(connection, response(body))

  const [nextPath, nextBody] = [newPath(student), Buffer.from(student.random(60))]
  const next = await browse(server, 'client 2')
  await next.ask(origin.url(nextPath))
  const quick = await expect(next).toBeForwardedBeside(slow, origin, nextPath, answer)
  await origin.answer(quick, response(nextBody))
  await expect(next).toGet(nextBody)

  await answer()
  await expect(slow).toGet(body)
})

check('split', async (student) => {
  const [origin, server] = [await originOf(student), await student.serve()]
  const [path, body] = [newPath(student), Buffer.from(student.random(60))]
  const client = await browse(server, 'client 1')
  await client.ask(origin.url(path), { pieces: 5 })
  await origin.answer(await origin.request({ of: client, path }), response(body))
  await expect(client).toGet(body)
})

check('client-leaves', async (student) => {
  const [origin, server] = [await originOf(student), await student.serve()]
  const [path, body] = [newPath(student), Buffer.alloc(1024 * 1024, student.random(99))]
  const client = await browse(server, 'client 1')
  await client.ask(origin.url(path))
  const connection = await origin.request({ of: client, path })
  const whole = response(body)
  connection.send(whole.subarray(0, 64 * 1024))
  await client.sawSomething() // which it does not, of a proxy that collects
  client.abort()
  await origin.answer(connection, whole.subarray(64 * 1024))
  await isServed(student, server, 'client 2')
})
