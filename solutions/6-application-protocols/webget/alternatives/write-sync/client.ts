// Writes to the descriptor itself, which waits for its reader.
import { writeSync } from 'node:fs'
import { socket, AF_INET, SOCK_STREAM } from '#socket'

const [host = '127.0.0.1', port = '12000', path = '/'] = process.argv.slice(2)

const client = socket(AF_INET, SOCK_STREAM)
await client.connect([host, Number(port)])
await client.sendall(Buffer.from(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`))
while (true) {
  const data = await client.recv(65536)
  if (data.length === 0) break
  for (let written = 0; written < data.length;) written += writeSync(1, data.subarray(written))
}
await client.close()
process.exit(0)
