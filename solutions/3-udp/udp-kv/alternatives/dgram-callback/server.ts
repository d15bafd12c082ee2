// Plain node:dgram, an object without a prototype, and silence where there is nothing.
import { createSocket } from 'node:dgram'

const port = Number(process.argv[2] ?? 12000)

const values: Record<string, string> = Object.create(null)
const server = createSocket('udp4')

server.on('message', (message, rinfo) => {
  const [key = '', ...rest] = message.toString('utf8').split('=')
  if (key !== 'version' && rest.length > 0) values[key] = rest.join('=')
  if (rest.length > 0) return
  const value = key === 'version' ? 'dgram=1' : values[key]
  if (value !== undefined) server.send(`${key}=${value}`, rinfo.port, rinfo.address)
})

server.bind(port)
