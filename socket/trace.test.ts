import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from './testing.ts'
import { openTrace, type TraceLine } from './trace.ts'

const folder = mkdtempSync(join(tmpdir(), 'doorway-trace-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('a program writes one line per call, and one more when a call waits', async () => {
  const { ended } = run(
    `import { socket, AF_INET, SOCK_STREAM } from '#socket'
    const server = socket(AF_INET, SOCK_STREAM)
    server.bind(['', 0])
    await server.listen(1)
    const client = socket(AF_INET, SOCK_STREAM)
    const accepted = server.accept()
    await client.connect(['127.0.0.1', server.getsockname()[1]])
    const [connection] = await accepted
    await connection.send(Buffer.from('hello'))
    await client.recv(1024)
    await server.recv(1024).catch(() => {})
    await connection.close()
    await client.recv(1024)
    await server.close()`,
    { DOORWAY_TRACE_FD: '3' },
  )
  const lines = (await ended)
    .trimEnd()
    .split('\n')
    .map(
      (line) =>
        JSON.parse(line.replace(/\["127.0.0.1",\d+\]/, '["127.0.0.1",5000]')) as TraceLine & { t: number },
    )
  expect(lines.every(({ t }) => Math.abs(Date.now() - t) < 60_000)).toBe(true)
  const rest = lines.filter(({ call }) => call !== 'getsockname')
  const address = ['127.0.0.1', 5000]
  expect(rest.map((line) => ({ ...line, t: undefined }))).toEqual([
    { socket: 1, call: 'socket', result: 'TCP, IPv4' },
    { socket: 1, call: 'bind', address: ['', 0] },
    { socket: 1, call: 'listen', address: ['0.0.0.0', expect.any(Number)] },
    { socket: 2, call: 'socket', result: 'TCP, IPv4' },
    { socket: 1, call: 'accept', waits: true },
    { socket: 2, call: 'connect', address, waits: true },
    expect.objectContaining({ socket: 1, call: 'accept', accepted: 3, address }),
    { socket: 2, call: 'connect', address },
    { socket: 3, call: 'send', bytes: 5, result: '5 of 5 bytes' },
    { socket: 2, call: 'recv', waits: true },
    { socket: 2, call: 'recv', bytes: 5, result: '5 bytes' },
    { socket: 1, call: 'recv', error: 'ENOTCONN' },
    { socket: 3, call: 'close' },
    { socket: 2, call: 'recv', waits: true },
    { socket: 2, call: 'recv', bytes: 0, result: 'the peer has finished sending' },
    { socket: 1, call: 'close' },
  ])
}, 30_000)

test('there is no trace without a descriptor that is open', () => {
  expect(openTrace(undefined)).toBeUndefined()
  expect(openTrace('')).toBeUndefined()
  expect(openTrace('-1')).toBeUndefined()
  expect(openTrace('987654')).toBeUndefined()
})

test('nothing is written once the descriptor belongs to another file', () => {
  const [mine, other] = [join(folder, 'mine'), join(folder, 'other')]
  const fd = openSync(mine, 'w')
  const write = openTrace(String(fd))
  write?.({ socket: 1, call: 'bind' })
  closeSync(fd)
  write?.({ socket: 1, call: 'listen' })
  const reused = openSync(other, 'w')
  expect(reused).toBe(fd)
  write?.({ socket: 1, call: 'accept' })
  closeSync(reused)
  expect(readFileSync(mine, 'utf8')).toMatch(/^\{"t":[\d.]+,"socket":1,"call":"bind"\}\n$/)
  expect(readFileSync(other, 'utf8')).toBe('')
})
