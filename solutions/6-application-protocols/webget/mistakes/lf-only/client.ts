// Mistake: ends the lines of the request with LF alone.
import { socket, AF_INET, SOCK_STREAM } from '#socket'

const host = process.argv[2] ?? '127.0.0.1'
const port = Number(process.argv[3] ?? 12000)
const path = process.argv[4] ?? '/'

const client = socket(AF_INET, SOCK_STREAM)
await client.connect([host, port]) // an error ends the program with exit code 1, which is what we want
const request = `GET ${path} HTTP/1.1\nHost: ${host}:${port}\nConnection: close\n\n`
await client.sendall(Buffer.from(request))
while (true) {
  const data = await client.recv(4096)
  if (data.length === 0) break // the server has finished
  process.stdout.write(data) // bytes as they came; Node queues what its reader has no time for yet
}
await client.close()
