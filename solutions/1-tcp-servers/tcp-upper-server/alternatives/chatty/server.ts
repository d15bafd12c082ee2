// Says everything it does, on stdout and on stderr.
import { socket, AF_INET, SOCK_STREAM } from '#socket'

const port = Number(process.argv[2] ?? 12000)

const server = socket(AF_INET, SOCK_STREAM)
server.bind(['', port])
await server.listen(5)
console.log('ready')

while (true) {
  console.log('waiting for a client')
  const [connection, address] = await server.accept()
  console.error('HELLO from', address, '- now recv()')
  const data = await connection.recv(1024)
  console.log(`received ${data.length} bytes:`, data)
  const sent = await connection.send(Buffer.from(data.toString().toUpperCase()))
  console.log(`sent ${sent} bytes:`, data.toString().toUpperCase())
  await connection.close()
  console.log('closed\n'.repeat(3))
}
