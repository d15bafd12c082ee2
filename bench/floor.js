// The floor of `grade -- tcp-upper-server`: the same program started once per check, all checks at once, the same
// exchanges, and nothing else: no Jest, no transcript, no diagnosis. Prints the milliseconds it took.
// node bench/floor.js WINDOW FILE ARGS…: WINDOW is `window` (wait 300 ms for more bytes) or `end` (until the stream ends).
import { spawn } from 'node:child_process'
import { connect, createServer } from 'node:net'

const [window, file, ...args] = process.argv.slice(2)
const startedMs = performance.now()

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })

const connectOnce = (port) =>
  new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true })
    socket.once('connect', () => resolve(socket)).once('error', reject)
  })

async function client(port) {
  for (;;) {
    try {
      return await connectOnce(port)
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
  }
}

const received = (socket, count) =>
  new Promise((resolve) => {
    let bytes = 0
    socket.on('data', (data) => (bytes += data.length) >= count && resolve())
  })

const ended = (socket) => new Promise((resolve) => socket.once('end', resolve).resume())

async function exchange(port, message = 'hello') {
  const socket = await client(port)
  const reply = received(socket, message.length)
  const end = ended(socket)
  socket.write(message)
  await reply
  return { socket, end }
}

const checks = {
  listens: (port) => client(port),
  upper: (port) => exchange(port),
  async exact(port) {
    const { end } = await exchange(port)
    await (window === 'end' ? end : new Promise((resolve) => setTimeout(resolve, 300)))
  },
  async closes(port) {
    const { socket, end } = await exchange(port)
    socket.end()
    await end
  },
  async nextClient(port) {
    for (let i = 0; i < 2; i++) (await exchange(port)).socket.end()
  },
  async freshData(port) {
    for (const length of [24, 1024, 1]) (await exchange(port, 'x'.repeat(length))).socket.end()
  },
  async emptyClient(port) {
    const socket = await client(port)
    socket.end()
    await exchange(port)
  },
}

await Promise.all(
  Object.values(checks).map(async (check) => {
    const port = await freePort()
    const program = spawn(file, [...args, String(port)], {
      stdio: 'ignore',
      detached: true,
      env: { PATH: '/usr/bin:/bin' },
    })
    await check(port)
    process.kill(-program.pid, 'SIGKILL')
  }),
)
console.log(Math.round(performance.now() - startedMs))
process.exit()
