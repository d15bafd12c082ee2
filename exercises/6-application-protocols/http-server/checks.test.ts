import { browse, checksFor, expect } from '#grader'
import exercise from './exercise.ts'

const check = checksFor(exercise)
type Student = Parameters<Parameters<typeof check>[1]>[0]

const word = (student: Student) => student.random(9).replace(/[^a-z0-9]/gi, '')

/** A page that nobody can know in advance; in UTF-8 it has more bytes than letters. */
const page = (student: Student) =>
  Buffer.from(`<!doctype html>\n<h1>${student.random(20)}</h1>\n\n<p>${student.randomUnicode(60)}</p>\n`)

/** A page under a name of its own, and the program that serves it. */
async function serve(student: Student) {
  const [name, body] = [`${word(student)}.html`, page(student)]
  const root = student.folder({ [name]: body, 'index.html': page(student) })
  return { path: `/${name}`, body, server: await student.serve({ args: [root] }) }
}

check('ok', async (student) => {
  const { path, body, server } = await serve(student)
  const client = await browse(server, 'client 1')
  await client.ask(path)
  await expect(client).toBeServed(body)
})

check('not-found', async (student) => {
  const { path, body, server } = await serve(student)
  const client = await browse(server, 'client 1')
  await client.ask(`/${word(student)}/${word(student)}.html`)
  await expect(client).toBeTold(404)
  await client.finish()
  const next = await browse(server, 'client 2')
  await next.ask(path)
  await expect(next).toGet(body)
})

check('binary', async (student) => {
  const every = Uint8Array.from({ length: 256 }, (_, byte) => byte)
  const pixels = Buffer.from(student.randomUnicode(400), 'latin1')
  const picture = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), pixels, every, pixels, every])
  const server = await student.serve({ args: [student.folder({ 'logo.png': picture })] })
  const client = await browse(server, 'client 1')
  await client.ask('/logo.png')
  await expect(client).toGetExactly(picture)
})

check('split-request', async (student) => {
  const { path, body, server } = await serve(student)
  const client = await browse(server, 'client 1')
  await client.ask(path, { pieces: 5 })
  await expect(client).toGet(body)
})

check('empty', async (student) => {
  const { path, body, server } = await serve(student)
  const spare = await browse(server, 'client 1')
  await spare.finish()
  const client = await browse(server, 'client 2')
  await client.ask(path)
  await expect(client).toGet(body)
})

check('ends', async (student) => {
  const { path, body, server } = await serve(student)
  const { server: another } = await serve(student) // which has served nobody yet
  const client = await browse(server, 'client 1')
  await client.ask(path)
  await expect(client).toKnowTheEnd(200, body)
  const lost = await browse(another, 'client 2')
  await lost.ask(`/${word(student)}/${word(student)}.html`)
  await expect(lost).toKnowTheEnd(404)
})

check('traversal', async (student) => {
  const [secret, body] = [Buffer.from(student.random(40)), page(student)]
  const folder = student.folder({
    'www/index.html': body,
    'www/pages/index.html': body,
    'secret.txt': secret,
    'www-private/secret.txt': secret,
  })
  const server = await student.serve({ args: [`${folder}/www`] })
  const targets = [
    '/../secret.txt',
    '/pages/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/%2E%2E%2Fsecret.txt',
    '/../www-private/secret.txt',
    `${folder}/secret.txt`,
    `/${folder}/secret.txt`,
    `http://127.0.0.1:${server.port}/../secret.txt`,
  ]
  for (const [i, target] of targets.entries()) {
    const thief = await browse(server, `client ${i + 1}`)
    await thief.ask(target)
    await expect(thief).toGetNothingOf(secret, target.replace(folder, '/…'))
    await thief.finish()
  }
  const client = await browse(server, `client ${targets.length + 1}`)
  await client.ask('/index.html')
  await expect(client).toGet(body)
})

check('method', async (student) => {
  const { path, server } = await serve(student)
  const client = await browse(server, 'client 1')
  await client.ask(path, { method: 'POST', headers: ['Content-Length: 0'] })
  await expect(client).toBeRefused()
})
