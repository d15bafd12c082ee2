// Exchanges with a program and nothing else: no Jest, no transcript, no diagnosis. Each starts the program once and ends it.
import { spawn } from 'node:child_process'
import { createSocket } from 'node:dgram'
import { connect, createServer } from 'node:net'

const host = '127.0.0.1'
const giveUpMs = 20_000
export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, host, () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })

function start(command, args, stdin, closed = false) {
  const [file, ...own] = command
  const stdio = [stdin === undefined ? 'ignore' : 'pipe', 'ignore', 'ignore']
  const child = spawn(file, [...own, ...args], { stdio, detached: true, env: { PATH: '/usr/bin:/bin' } })
  if (stdin !== undefined) child.stdin.on('error', () => {}).write(stdin)
  if (closed) child.stdin?.end()
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const timer = setTimeout(() => {
    throw new Error(`${[file, ...own, ...args].join(' ')} takes more than ${giveUpMs} ms`)
  }, giveUpMs)
  const kill = () => {
    clearTimeout(timer)
    if (child.exitCode === null && child.signalCode === null) process.kill(-child.pid, 'SIGKILL')
  }
  return { ended: ended.then(() => clearTimeout(timer)), kill }
}

const connectOnce = (port) =>
  new Promise((resolve, reject) => {
    const socket = connect({ port, host, allowHalfOpen: true })
    socket.once('connect', () => resolve(socket)).once('error', reject)
  })

async function connectTo(port) {
  for (;;) {
    try {
      return await connectOnce(port)
    } catch {
      await sleep(5)
    }
  }
}

const received = (socket, count) =>
  new Promise((resolve) => {
    let bytes = 0
    if (count === 0) resolve()
    socket.on('data', (data) => (bytes += data.length) >= count && resolve())
  })

/** A TCP server: `clients` one after the other send `send` and want `bytes` back. */
export const tcpServer =
  ({ send = '', bytes = Buffer.byteLength(send), finish = false, args = [] }) =>
  async (command, { clients = 1, waitMs = 0 }) => {
    const port = await freePort()
    const program = start(command, [String(port), ...args])
    for (let i = 0; i < clients; i++) {
      const socket = await connectTo(port)
      const reply = received(socket, bytes)
      socket.on('error', () => {})
      if (finish) socket.end(send)
      else socket.write(send)
      await reply
      socket.destroy()
    }
    await sleep(waitMs)
    program.kill()
  }

/** A UDP server: `clients` datagrams, one after the other, and a reply to each. */
export const udpServer =
  ({ send, before = [], args = [], leaves = false }) =>
  async (command, { clients = 1, waitMs = 0 }) => {
    const port = await freePort()
    const program = start(command, [String(port), ...args])
    for (let i = 0; i < clients; i++) {
      const socket = createSocket('udp4').on('error', () => {})
      const reply = new Promise((resolve) => socket.once('message', resolve))
      await new Promise((resolve) => socket.connect(port, host, resolve))
      const say = () => [...before, send].forEach((each) => socket.send(each))
      say()
      const again = setInterval(say, 10)
      await reply
      clearInterval(again)
      socket.close()
    }
    await sleep(waitMs)
    if (leaves) await program.ended
    program.kill()
  }

/** A TCP client: our server answers what comes with `reply` and closes; the program ends by itself. */
export const tcpClient =
  ({ line, closed, args = [], reply = 'reply', greeting = '', answers }) =>
  async (command, { clients = 1, waitMs = 0 }) => {
    for (let i = 0; i < clients; i++) {
      const server = createServer({ allowHalfOpen: true }, (socket) => {
        socket.on('error', () => {})
        if (greeting !== '') socket.write(greeting)
        socket.on('data', (data) => {
          const answer = answers?.(data.toString())
          if (answers === undefined) socket.end(reply)
          else if (answer !== undefined) socket.write(answer)
        })
        socket.on('end', () => socket.end())
      })
      await new Promise((resolve) => server.listen(0, host, resolve))
      const program = start(command, [host, String(server.address().port), ...args], line, closed)
      await program.ended
      program.kill()
      server.close()
    }
    await sleep(waitMs)
  }

/** A UDP client: our server answers every datagram but the `lost` ones; the program ends by itself. */
export const udpClient =
  ({ line, args = [], answer = (bytes) => bytes }) =>
  async (command, { lost = [], clients = 1, waitMs = 0, own = args }) => {
    for (let i = 0; i < clients; i++) {
      let count = 0
      const server = createSocket('udp4')
      server.on('message', (bytes, { port, address }) => {
        if (!lost.includes(++count)) server.send(answer(bytes), port, address, () => {})
      })
      await new Promise((resolve) => server.bind(0, host, resolve))
      const program = start(command, [host, String(server.address().port), ...own], line)
      await program.ended
      program.kill()
      server.close()
    }
    await sleep(waitMs)
  }

/** A program that calls one server for its clients: `reply` is what that server sends, once it has heard something. */
export const between =
  ({ send, bytes, reply, args }) =>
  async (command, { clients = 1, waitMs = 0 }) => {
    const origin = createServer({ allowHalfOpen: true }, (socket) => {
      socket.on('error', () => {}).once('data', () => socket.end(reply))
    })
    await new Promise((resolve) => origin.listen(0, host, resolve))
    const { port } = origin.address()
    await tcpServer({ send: send(port), bytes, args: args(port) })(command, { clients, waitMs })
    origin.close()
  }

/** A program that is only started and comes to its end, such as a module that is loaded. */
export const started =
  () =>
  async (command, { waitMs = 0 }) => {
    const program = start(command, [])
    await program.ended
    program.kill()
    await sleep(waitMs)
  }
