import { socket, AF_INET, SOCK_STREAM } from '#socket'

const [host = '127.0.0.1', port = '12000', path = '/'] = process.argv.slice(2)

const client = socket(AF_INET, SOCK_STREAM)
await client.connect([host, Number(port)])
const lines = [`GET ${path} HTTP/1.1`, `Host: ${host}`, 'Connection: close', '', '']
await client.sendall(Buffer.from(lines.join('\r\n')))
const pieces: Buffer[] = []
for (let data = await client.recv(65536); data.length > 0; data = await client.recv(65536)) pieces.push(data)
await client.close()
process.stdout.write(Buffer.concat(pieces))
