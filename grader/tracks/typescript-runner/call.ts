import { AF_INET, SOCK_STREAM, socket } from '#socket'
import type { Task } from './link.ts'
import { textOf } from './errors.ts'
import { bytesOf, brokenPipe, isBrokenPipe, type Socket } from './socket.ts'

export type Sender = (sock: Socket, data: string | Buffer) => unknown

type Tell = (message: object) => void

const sendMs = 60_000
const mostIdle = 20
const mostOffered = 16 * 1024 * 1024
/** So many calls at once are never waited for: a loop that lets nothing else happen would go on for ever. */
const mostWaiting = 100

/** Calls the function with a socket that does what the task's script says, and tells of every call and what came of it. */
export async function call(sender: Sender, data: string | Buffer, task: Task, tell: Tell): Promise<object> {
  const { takes = [], breaksAt = 0 } = task
  let [calls, offered, idle, waiting, added] = [0, 0, 0, 0, false]
  const sock: Socket = {
    send(bytes) {
      const [sent, error] = [bytesOf(bytes, sock.send), brokenPipe(sock.send)]
      const broken = breaksAt > 0 && calls + 1 >= breaksAt
      const took = broken ? null : share(sent.length, takes[calls] ?? sent.length)
      calls++
      tell({ kind: 'send', bytes: sent.toString('base64'), took, waiting: waiting++ })
      offered += sent.length
      idle = took === null || took === 0 ? idle + 1 : 0
      // The grader has seen enough; a loop that lets nothing else happen would go on for ever.
      if (waiting > mostWaiting || offered > mostOffered)
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
      if (idle > mostIdle) return new Promise(() => {})
      const count = later().then(() => {
        waiting--
        if (took === null) throw error
        return took
      })
      // As with #socket, an error that nobody awaits ends nothing.
      count.catch(() => {})
      return watched(count, () => (added = true))
    },
  }
  const result = await outcomeOf(sender, sock, data)
  return { ...result, waiting, added }
}

// Not before everything else that is due: a count that is not awaited is not there.
const later = () => new Promise<void>((resolve) => setImmediate(resolve))

const share = (offered: number, word: number): number =>
  Math.min(offered, Math.max(1, word < 1 ? Math.floor(offered * word) : word))

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
