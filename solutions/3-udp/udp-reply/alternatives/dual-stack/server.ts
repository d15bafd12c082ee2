// One IPv6 socket for both families: an IPv4 client shows up as ::ffff:127.0.0.1.
import { createSocket } from 'node:dgram'

const port = Number(process.argv[2] ?? 12000)

const server = createSocket({ type: 'udp6', ipv6Only: false })

server.on('message', (data, rinfo) => {
  server.send(Buffer.from(`got ${data.length} bytes`), rinfo.port, rinfo.address)
})

server.bind(port, '::')
