import { AF_INET, SOCK_STREAM, socket } from '#socket'
import type { Ask } from './link.ts'
import { textOf } from './errors.ts'
import { bytesOf, brokenPipe, isBrokenPipe, type Socket } from './socket.ts'

export type Sender = (sock: Socket, data: string | Buffer) => unknown

const sendMs = 60_000
/** So many calls at once are never waited for: a loop that lets nothing else happen would go on for ever. */
const mostWaiting = 100

/** Calls the function with a socket that does what the grader says, and tells what came of it. */
export async function call(sender: Sender, data: string | Buffer, ask: Ask): Promise<object> {
  let [waiting, added] = [0, false]
  const sock: Socket = {
    send(bytes) {
      const [sent, broken] = [bytesOf(bytes, sock.send), brokenPipe(sock.send)]
      const reply = ask({ kind: 'send', bytes: sent.toString('base64'), waiting: waiting++ })
      if (waiting > mostWaiting) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
      const count = reply.then((task) => {
        waiting--
        if (task.kind === 'took') return task.count ?? 0
        throw broken
      })
      // As with #socket, an error that nobody awaits ends nothing.
      count.catch(() => {})
      return watched(count, () => (added = true))
    },
  }
  const result = await outcomeOf(sender, sock, data)
  return { ...result, waiting, added }
}

// Whoever adds up promises instead of counts is told so.
function watched(count: Promise<number>, isAdded: () => void): Promise<number> {
  const convert = (hint: string) => {
    isAdded()
    return hint === 'number' ? Number.NaN : '[object Promise]'
  }
  return Object.defineProperty(count, Symbol.toPrimitive, { value: convert })
}

async function outcomeOf(sender: Sender, sock: Socket, data: string | Buffer): Promise<object> {
  try {
    const result = await sender(sock, data)
    return { kind: 'returned', shown: String(result).slice(0, 200), lazy: false }
  } catch (error) {
    const type = error instanceof Error ? error.name : typeof error
    return { kind: 'raised', trace: textOf(error), type, broken: isBrokenPipe(error) }
  }
}

/** The same with a connection: send() takes what there is room for. It is closed once the function has returned. */
export async function callOverTcp(sender: Sender, port: number, data: Buffer): Promise<object> {
  const connection = socket(AF_INET, SOCK_STREAM)
  await connection.connect(['127.0.0.1', port])
  connection.settimeout(sendMs)
  let [sends, short, waiting] = [0, 0, 0]
  const sock: Socket = {
    send(bytes) {
      waiting++
      const count = connection
        .send(bytes)
        .finally(() => waiting--)
        .then((taken) => {
          sends++
          if (taken < bytes.length) short++
          return taken
        })
      count.catch(() => {})
      return count
    },
  }
  const result = await outcomeOf(sender, sock, data)
  const atReturn = waiting
  await connection.close()
  return { ...result, waiting: atReturn, added: false, sends, short }
}
