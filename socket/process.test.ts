import { connect } from 'node:net'
import { once } from 'node:events'
import { listening, run } from './testing.ts'

const imports = `import { socket, AF_INET, SOCK_STREAM, SOCK_DGRAM } from '#socket'\n`
const told = `process.on('beforeExit', () => console.log('nothing left to do'))\n`

test('a mistake nobody catches is printed with the line that made it', async () => {
  const { ended } = run(`${imports}
    const server = socket(AF_INET, SOCK_STREAM)
    server.bind(['127.0.0.1', 0])
    await server.listen()
    async function serve() {
      await server.recv(1024)
    }
    serve()`)
  const output = await ended
  expect(output).toContain('await server.recv(1024)\n')
  expect(output).toContain(
    'recv: ENOTCONN: this is the listening socket; use the one accept() returned\n    at serve (',
  )
  expect(output).toMatch(/at serve \(.*program\.ts:7:/)
}, 30_000)

test('a mistake in an un-awaited send() ends the program', async () => {
  const { child, ended } = run(`${imports}
    socket(AF_INET, SOCK_STREAM).send(Buffer.from('x'))
    setTimeout(() => console.log('not reached'), 60_000)`)
  expect(await ended).toMatch(/send: ENOTCONN: [^]*program\.ts:3:/)
  expect(child.exitCode).toBe(1)
}, 30_000)

test('a client that goes away does not end a program that does not await its sends', async () => {
  const program = run(`${imports}
    const server = socket(AF_INET, SOCK_STREAM)
    server.bind(['127.0.0.1', 0])
    await server.listen()
    console.log('port', server.getsockname()[1])
    for await (const [connection] of server) {
      connection.send(Buffer.alloc(20_000_000))
      connection.send(Buffer.from('more'))
      connection.close()
      console.log('served')
    }`)
  await program.says('\n')
  const port = Number(/port (\d+)/.exec(program.output())?.[1])
  for (const clients of [1, 2, 3]) {
    const client = connect(port, '127.0.0.1')
    await once(client, 'data')
    client.resetAndDestroy()
    await program.says('served\n'.repeat(clients))
  }
  program.child.kill()
  expect(await program.ended).not.toContain('Error')
}, 30_000)

test('an idle connection does not keep the process alive', async () => {
  const { server, address } = await listening()
  const { child, ended } = run(`${imports}${told}
    const client = socket(AF_INET, SOCK_STREAM)
    await client.connect(['127.0.0.1', ${address[1]}])
    console.log('connected')`)
  const [connection] = await server.accept()
  expect(await connection.recv(1)).toHaveLength(0)
  expect(await ended).toBe('connected\nnothing left to do\n')
  expect(child.exitCode).toBe(0)
  await Promise.all([connection.close(), server.close()])
}, 30_000)

test.each([
  [
    'listening socket',
    `const it = socket(AF_INET, SOCK_STREAM); it.bind(['127.0.0.1', 0]); await it.listen()`,
  ],
  ['UDP socket with a port', `const it = socket(AF_INET, SOCK_DGRAM); it.bind(['127.0.0.1', 0])`],
])(
  'a %s keeps the process alive until it is closed',
  async (_, open) => {
    const program = run(`${imports}${told}${open}
    process.stdout.write('ready\\n')
    setTimeout(() => { console.log('closing'); it.close() }, 200).unref()`)
    expect(await program.ended).toBe('ready\nclosing\nnothing left to do\n')
  },
  30_000,
)
