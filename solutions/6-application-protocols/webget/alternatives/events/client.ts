// node:net and callbacks; exits only when everything has been written.
import { createConnection } from 'node:net'

const [host = '127.0.0.1', port = '12000', path = '/'] = process.argv.slice(2)

const client = createConnection({ host, port: Number(port) }, () => {
  client.write(`GET ${path} HTTP/1.1\r\nHost: ${host}:${port}\r\nConnection: close\r\n\r\n`)
})
const pieces: Buffer[] = []
client.on('data', (data) => pieces.push(data))
client.on('end', () => process.stdout.write(Buffer.concat(pieces), () => process.exit(0)))
client.on('error', (error) => {
  console.error(error.message)
  process.exit(1)
})
