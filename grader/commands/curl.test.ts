import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Recorder } from '../harness/recorder.ts'
import { ReferenceServer } from '../harness/reference-server.ts'
import { stage } from '../harness/testing.ts'
import { judgeResponse } from '../model/http-judge.ts'
import { requestFault } from '../model/http-request.ts'
import { curl, probe, reach } from './fixtures/real-clients.ts'
import { until } from './testing.ts'

// What our reference peers think of a program, real ones think too.
const home = join(__dirname, '..', '..')
const unit = join(home, 'solutions', '6-application-protocols')
const { port: freePort } = stage()
const folder = mkdtempSync(join(tmpdir(), 'site of tests '))
const root = join(folder, 'www')
const page = Buffer.from('<!doctype html>\n<h1>café</h1>\n\n<p>hello</p>\n')
const picture = Buffer.alloc(
  300_000,
  Uint8Array.from({ length: 256 }, (_, byte) => byte),
)
const children: ChildProcess[] = []
const languages = ['typescript', 'python']
let origin: Server

beforeAll(async () => {
  try {
    execFileSync('curl', ['--version'], { stdio: 'ignore' })
  } catch {
    throw new Error('curl is missing: install it')
  }
  mkdirSync(root)
  writeFileSync(join(root, 'page.html'), page)
  writeFileSync(join(root, 'logo.png'), picture)
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  // A real origin, which keeps its connections open for a minute unless it is asked to close.
  origin = createServer((request, response) => {
    if (request.url !== '/logo.png') response.writeHead(404, { 'X-Found': 'no' }).end('none\n')
    else response.writeHead(200, { 'Content-Length': picture.length }).end(picture)
  })
  origin.keepAliveTimeout = 60_000
  await once(origin.listen(0, '127.0.0.1'), 'listening')
})

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGTERM')
})

afterAll(() => {
  origin.closeAllConnections()
  origin.close()
  rmSync(folder, { recursive: true, force: true })
})

const originUrl = () => `http://127.0.0.1:${(origin.address() as AddressInfo).port}`

async function up(file: string, args: readonly string[]): Promise<number> {
  const port = await freePort()
  children.push(
    spawn(
      file,
      args.map((each) => (each === 'PORT' ? String(port) : each)),
      { stdio: 'ignore' },
    ),
  )
  const first = await reach(port)
  first.destroy()
  return port
}

const solution = (slug: string, track: string, ...args: string[]) =>
  up(process.execPath, [
    join(home, 'dist/cli.js'),
    'try',
    slug,
    '--solutions',
    '--track',
    track,
    'PORT',
    ...args,
  ])
const mistake = (path: string, ...args: string[]) => up('python3', [join(unit, path), 'PORT', ...args])

const rightPage = { status: 200, body: page, demand: 'form' } as const
const fault = (got: Uint8Array, status: number, body: Buffer | null = null) =>
  judgeResponse(got, 'end', { status, body, demand: body === null ? 'status' : 'exact' }).fault

describe.each(languages)('http-server in %s', (track) => {
  test('curl and our client get the same from it', async () => {
    const port = await solution('http-server', track, root)
    const at = (path: string) => `http://127.0.0.1:${port}${path}`
    expect(await curl(at('/page.html'))).toEqual({ exit: 0, status: 200, body: page })
    expect(judgeResponse(await probe(port, '/page.html'), null, rightPage).fault).toBeNull()
    expect(await curl(at('/logo.png'))).toEqual({ exit: 0, status: 200, body: picture })
    expect(fault(await probe(port, '/logo.png'), 200, picture)).toBeNull()
    expect(await curl(at('/none'))).toMatchObject({ exit: 0, status: 404 })
    expect(await curl('--path-as-is', at('/../secret.txt'))).toMatchObject({ status: 404 })
    expect(await curl('-d', 'a=b', at('/page.html'))).toMatchObject({ exit: 0, status: 501 })
    expect(fault(await probe(port, '/page.html', 'POST'), 501)).toBeNull()
    expect(await curl('--http1.0', at('/page.html'), at('/logo.png'))).toMatchObject({ exit: 0 })
  })

  test('a browser that has connected twice ahead of time uses the second connection, then the first', async () => {
    const port = await solution('http-server', track, root)
    const [spare, used] = [await reach(port), await reach(port)]
    for (const socket of [used, spare]) {
      expect(judgeResponse(await probe(port, '/page.html', 'GET', socket), null, rightPage).fault).toBeNull()
      socket.destroy()
    }
    expect(await curl(`http://127.0.0.1:${port}/page.html`)).toMatchObject({ exit: 0, status: 200 })
  })
})

describe.each(languages)('http-proxy in %s', (track) => {
  test('curl and our client get the same through it', async () => {
    const port = await solution('http-proxy', track)
    const through = (...args: string[]) => curl('-x', `http://127.0.0.1:${port}`, ...args)
    expect(await through(`${originUrl()}/logo.png`)).toEqual({ exit: 0, status: 200, body: picture })
    expect(fault(await probe(port, `${originUrl()}/logo.png`), 200, picture)).toBeNull()
    expect(await through(`${originUrl()}/none`)).toMatchObject({ exit: 0, status: 404 })
    expect(fault(await probe(port, `${originUrl()}/none`), 404, Buffer.from('none\n'))).toBeNull()
    const closed = await freePort()
    expect(await through(`http://127.0.0.1:${closed}/`)).toMatchObject({ exit: 0, status: 502 })
    expect(fault(await probe(port, `http://127.0.0.1:${closed}/`), 502)).toBeNull()
  })

  test('it has a silent client, and serves curl', async () => {
    const port = await solution('http-proxy', track)
    const spare = await reach(port)
    const { status } = await curl('-x', `http://127.0.0.1:${port}`, `${originUrl()}/logo.png`)
    spare.destroy()
    expect(status).toBe(200)
  })
})

describe('mistakes that our checks find, curl finds too', () => {
  const server = (name: string) => mistake(`http-server/mistakes/${name}/server.py`, root)
  const right = { exit: 0, status: 200, body: page }

  test.each(['no-blank', 'no-status-line', 'counts-characters', 'never-closes'])('%s', async (name) => {
    const port = await server(name)
    expect(await curl('--max-time', '2', `http://127.0.0.1:${port}/page.html`)).not.toEqual(right)
    const got = await probe(port, '/page.html')
    const judged = (['form', 'end'] as const).map(
      (demand) => judgeResponse(got, null, { ...rightPage, demand }).fault,
    )
    expect(judged).not.toEqual([null, null])
  })

  test('text-mode, escape and says-200', async () => {
    const [text, escape, says] = await Promise.all(['text-mode', 'escape', 'says-200'].map(server))
    const { body } = await curl(`http://127.0.0.1:${text}/logo.png`)
    expect(body.equals(picture)).toBe(false)
    expect(await curl('--path-as-is', `http://127.0.0.1:${escape}/../secret.txt`)).toMatchObject({
      status: 200,
    })
    expect(await curl(`http://127.0.0.1:${says}/none`)).toMatchObject({ status: 200 })
  })

  test.each(['one-recv', 'keeps-alive'])('%s, of a proxy', async (name) => {
    const port = await mistake(`http-proxy/mistakes/${name}/proxy.py`)
    const args = ['-x', `http://127.0.0.1:${port}`, '-H', 'Connection: keep-alive', '--max-time', '2']
    const { exit } = await curl(...args, `${originUrl()}/logo.png`)
    expect(exit).not.toBe(0)
    expect(fault(await probe(port, `${originUrl()}/logo.png`), 200, picture)).not.toBeNull()
  })
})

test('our own origin and curl understand each other', async () => {
  const server = new ReferenceServer(new Recorder(), await freePort(), 'origin')
  await server.open()
  const answer = curl(`http://127.0.0.1:${server.port}/a?b`)
  const asked = () => server.connections[0]?.unread().toString('latin1') ?? ''
  await until(() => asked().endsWith('\r\n\r\n'))
  expect(requestFault(asked(), { path: '/a?b', host: '127.0.0.1', port: server.port })).toBeNull()
  const head = `HTTP/1.1 200 OK\r\nContent-Length: ${picture.length}\r\n\r\n`
  server.connections[0]?.send(Buffer.concat([Buffer.from(head), picture]))
  expect(await answer).toEqual({ exit: 0, status: 200, body: picture })
  server.close()
})
