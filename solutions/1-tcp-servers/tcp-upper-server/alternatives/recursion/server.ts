// No loop: serving a client ends with serving the next one.
import { socket, AF_INET, SOCK_STREAM } from '#socket'

const port = Number(process.argv[2] ?? 12000)

const server = socket(AF_INET, SOCK_STREAM)
server.bind(['', port])
await server.listen(5)

async function serve(): Promise<never> {
  const [connection] = await server.accept()
  const data = await connection.recv(1024)
  await connection.sendall(Buffer.from(data.toString().toUpperCase()))
  await connection.close()
  return serve()
}

await serve()
