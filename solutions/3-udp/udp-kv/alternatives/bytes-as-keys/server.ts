// Keeps bytes and never decodes them; one IPv6 socket for both families.
import { createSocket } from 'node:dgram'

const port = Number(process.argv[2] ?? 12000)

const separator = Buffer.from('=')
const contents = new Map<string, Buffer>()
const server = createSocket({ type: 'udp6', ipv6Only: false })

server.on('message', (data, { port: clientPort, address }) => {
  const at = data.indexOf(separator)
  const key = at === -1 ? data : data.subarray(0, at)
  const name = key.toString('hex')
  const isVersion = key.equals(Buffer.from('version'))
  if (at !== -1) {
    if (!isVersion) contents.set(name, data.subarray(at + 1))
    return
  }
  const value = isVersion ? Buffer.from([0xff, 0x01]) : (contents.get(name) ?? Buffer.alloc(0))
  server.send([key, separator, value], clientPort, address)
})

server.bind(port, '::')
