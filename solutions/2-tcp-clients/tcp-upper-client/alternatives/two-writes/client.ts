// Sends the line in two pieces that arrive apart, perhaps cutting a character in two.
import { setTimeout } from 'node:timers/promises'
import { socket, AF_INET, SOCK_STREAM } from '#socket'

const host = process.argv[2] ?? '127.0.0.1'
const port = Number(process.argv[3] ?? 12000)

const line = await readLine()

const bytes = Buffer.from(line)
const half = Math.floor(bytes.length / 2)

const client = socket(AF_INET, SOCK_STREAM)
await client.connect([host, port])
await client.sendall(bytes.subarray(0, half))
await setTimeout(50)
await client.sendall(bytes.subarray(half))
const reply = await client.recv(1024)
console.log(reply.toString())
await client.close()

/** Reads one line from stdin without waiting for the input to end. */
async function readLine(): Promise<string> {
  let text = ''
  process.stdin.setEncoding('utf8')
  for await (const chunk of process.stdin) {
    text += chunk
    if (text.includes('\n')) break // leaving the loop closes stdin, so that it does not keep the process alive
  }
  return text.split(/\r?\n/, 1)[0] ?? ''
}
