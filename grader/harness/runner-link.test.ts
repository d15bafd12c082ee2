import { connect, type Socket } from 'node:net'
import { Recorder } from './recorder.ts'
import { RunnerLink } from './runner-link.ts'

const links: RunnerLink[] = []
const sockets: Socket[] = []
afterEach(() => {
  for (const link of links.splice(0)) link.close()
  for (const socket of sockets.splice(0)) socket.destroy()
})

async function open() {
  const recorder = new Recorder()
  const link = await RunnerLink.open(recorder)
  links.push(link)
  const heard: unknown[] = []
  link.onMessage = (message) => heard.push(message)
  const dial = (...lines: string[]) => {
    const socket = connect({ port: link.port, host: '127.0.0.1' })
    sockets.push(socket)
    socket.on('error', () => {})
    socket.write(lines.map((line) => `${line}\n`).join(''))
    return socket
  }
  const until = (look: () => boolean) => recorder.until(5000, () => (look() ? true : undefined))
  return { recorder, link, heard, dial, until, hello: JSON.stringify({ token: link.token }) }
}

test('hears the runner that knows its token, a message a line', async () => {
  const { heard, dial, until, hello } = await open()
  dial(hello, '{"kind":"loaded"}', '{"kind":"send"}')
  await until(() => heard.length === 2)
  expect(heard).toEqual([{ kind: 'loaded' }, { kind: 'send' }])
})

test('hears nobody else, before and after', async () => {
  const { heard, dial, until, hello } = await open()
  dial('{"token":"guessed"}', '{"kind":"loaded"}')
  const runner = dial(hello)
  dial(hello, '{"kind":"returned"}')
  runner.write('no JSON\n"text"\nnull\n{"kind":"loaded"}\n')
  await until(() => heard.length === 4)
  expect(heard).toEqual([{}, {}, {}, { kind: 'loaded' }])
})

test('tells it what to do, and knows when it is gone', async () => {
  const { recorder, link, dial, until, hello } = await open()
  const runner = dial(hello, '{"kind":"loaded"}')
  let told = ''
  runner.on('data', (bytes) => {
    told += bytes.toString()
    recorder.wake()
  })
  link.onMessage = () => link.tell({ kind: 'took', count: 3 })
  await until(() => told.endsWith('\n'))
  expect(JSON.parse(told)).toEqual({ kind: 'took', count: 3 })
  expect(link.closed).toBe(false)
  runner.destroy()
  await until(() => link.closed)
  expect(link.closed).toBe(true)
})

test('a line without an end is not listened to for ever', async () => {
  const { link, dial, until, hello } = await open()
  const runner = dial(hello)
  runner.write('x'.repeat(5 * 1024 * 1024))
  await until(() => link.closed)
  expect(link.closed).toBe(true)
})
