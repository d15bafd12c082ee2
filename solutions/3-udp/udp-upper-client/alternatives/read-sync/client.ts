// Reads stdin synchronously, byte by byte, as a C program would; nothing of it stays open in the event loop.
import { readSync } from 'node:fs'
import { socket, AF_INET, SOCK_DGRAM } from '#socket'

const host = process.argv[2] ?? '127.0.0.1'
const port = Number(process.argv[3] ?? 12000)

const line = readLine()
const client = socket(AF_INET, SOCK_DGRAM)
await client.sendto(Buffer.from(line), [host, port])
const [reply] = await client.recvfrom(2048)
process.stdout.write(reply)
await client.close()

function readLine(): string {
  const bytes: Buffer[] = []
  const byte = Buffer.alloc(1)
  while (readSync(0, byte) === 1 && byte.toString() !== '\n') bytes.push(Buffer.from(byte))
  return Buffer.concat(bytes).toString()
}
