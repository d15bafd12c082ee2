// Takes the first chunk of stdin for the line and leaves stdin open.
import { socket, AF_INET, SOCK_STREAM } from '#socket'

const host = process.argv[2] ?? '127.0.0.1'
const port = Number(process.argv[3] ?? 12000)

const client = socket(AF_INET, SOCK_STREAM)

process.stdin.once('data', async (chunk) => {
  await client.connect([host, port])
  await client.sendall(chunk)
  const reply = await client.recv(1024)
  console.log(reply.toString())
  await client.close()
})
