// Reads stdin synchronously, byte by byte, as a C program would; nothing of it stays open in the event loop.
import { readSync } from 'node:fs'
import { socket, AF_INET, SOCK_STREAM } from '#socket'

const host = process.argv[2] ?? '127.0.0.1'
const port = Number(process.argv[3] ?? 12000)

const line = readLine()
const client = socket(AF_INET, SOCK_STREAM)
await client.connect([host, port])
await client.sendall(Buffer.from(line))
const reply = await client.recv(1024)
process.stdout.write(reply)
await client.close()

function readLine(): string {
  const bytes: Buffer[] = []
  const byte = Buffer.alloc(1)
  while (readSync(0, byte) === 1 && byte.toString() !== '\n') bytes.push(Buffer.from(byte))
  return Buffer.concat(bytes).toString()
}
