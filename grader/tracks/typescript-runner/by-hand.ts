import { textOf } from './errors.ts'
import { brokenPipe, bytesOf, type Socket } from './socket.ts'
import type { Sender } from './call.ts'

const text = 'Grüße aus 東京: a socket is a doorway.'
const mostCalls = 100

const print = (line: string): void => void process.stdout.write(`${line}\n`)
const quote = (bytes: Buffer | string): string => JSON.stringify(bytes.toString())

/**
 * Calls the function for a person, with a socket that takes what the words say, and everything after them: numbers are
 * how much it takes, `EPIPE` is a call that fails, `text` gives text instead of bytes, `empty` nothing.
 */
export async function byHand(found: unknown, name: string, words: readonly string[]): Promise<void> {
  if (typeof found !== 'function') return print(`There is no function ${name} exported by your module.`)
  const script = words.filter((word) => word !== 'text' && word !== 'empty')
  const strange = script.find((word) => word !== 'EPIPE' && !/^\d+$/.test(word))
  if (strange !== undefined) return print(`\`${strange}\` is neither a number nor EPIPE, text or empty.`)
  const want = Buffer.from(words.includes('empty') ? '' : text)
  const data = words.includes('text') ? want.toString() : want
  const taken: Buffer[] = []
  let calls = 0
  const sock: Socket = {
    send(given) {
      const [bytes, broken] = [bytesOf(given, sock.send), brokenPipe(sock.send)]
      const word = script[calls++] ?? String(bytes.length)
      if (calls > mostCalls) {
        print(`That was call ${calls}: it would go on for ever.`)
        process.exit(1)
      }
      if (word === 'EPIPE') {
        print(`  send(${bytes.length} bytes) fails with EPIPE`)
        return Promise.reject(broken)
      }
      const count = Math.min(Number(word), bytes.length)
      print(`  send(${bytes.length} bytes) takes ${count}: ${quote(bytes.subarray(0, count))}`)
      taken.push(bytes.subarray(0, count))
      return new Promise((resolve) => setImmediate(() => resolve(count)))
    },
  }
  print(`${name}(sock, ${typeof data === 'string' ? quote(data) : `the bytes of ${quote(data)}`})`)
  let raised = false
  try {
    print(`returned ${String(await (found as Sender)(sock, data))}`)
  } catch (error) {
    raised = true
    print(textOf(error))
  }
  const sent = Buffer.concat(taken)
  const same = sent.equals(want) ? 'all of it, once and in order' : 'NOT what was to be sent'
  const verdict = raised ? 'and its caller knows of the error' : same
  print(`sent: ${quote(sent)}, ${sent.length} of ${want.length} bytes: ${verdict}`)
  process.exit(0)
}
