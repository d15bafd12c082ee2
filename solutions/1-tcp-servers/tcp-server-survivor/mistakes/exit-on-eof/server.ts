// Mistake: break at the end of file leaves the accept loop, not a loop around recv().
import { socket, AF_INET, SOCK_STREAM } from '#socket'

const port = Number(process.argv[2] ?? 12000)

const server = socket(AF_INET, SOCK_STREAM)
server.bind(['', port])
await server.listen(128)

clients: while (true) {
  const [connection, address] = await server.accept()
  try {
    while (true) {
      const data = await connection.recv(1024)
      if (data.length === 0) break clients // the client has closed
      await connection.sendall(Buffer.from(data.toString().toUpperCase()))
    }
  } catch (error) {
    console.log(address, error)
  } finally {
    await connection.close()
  }
}
await server.close()
