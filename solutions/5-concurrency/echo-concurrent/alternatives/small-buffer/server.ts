import { socket, AF_INET, SOCK_STREAM, type StreamSocket } from '#socket'

async function handle(connection: StreamSocket): Promise<void> {
  try {
    let data = await connection.recv(1024)
    while (data.length > 0) {
      await connection.send(data)
      data = await connection.recv(1024)
    }
  } catch (error) {
    console.error(error)
  }
  await connection.close()
}

const server = socket(AF_INET, SOCK_STREAM)
server.bind(['127.0.0.1', Number(process.argv[2] ?? 12000)])
await server.listen(5)

const serve = (): void => {
  void server.accept().then(([connection]) => {
    void handle(connection)
    serve()
  })
}
serve()
