// Each turn of the loop is one recvfrom(); a regular expression takes the datagram apart.
import { socket, AF_INET, SOCK_DGRAM } from '#socket'

const port = Number(process.argv[2] ?? 12000)

const server = socket(AF_INET, SOCK_DGRAM)
server.bind(['127.0.0.1', port])
const values = new Map([['version', `${process.title} ${process.version}`]])

for await (const [data, client] of server) {
  const insert = /^(?<key>[^=]*)=(?<value>[^]*)$/.exec(data.toString())?.groups
  console.log(client.join(':'), insert ?? 'asks')
  if (insert === undefined) await server.sendto(Buffer.from(`${data}=${values.get(`${data}`) ?? ''}`), client)
  else if (insert['key'] !== 'version') values.set(insert['key'] ?? '', insert['value'] ?? '')
}
