import { createSocket } from 'node:dgram'
import { createServer, type Server } from 'node:net'

/** Whether a program could use this port for TCP and UDP, in IPv4 and IPv6, right now. */
export async function isFree(port: number): Promise<boolean> {
  for (const host of ['127.0.0.1', '0.0.0.0', '::1', '::']) {
    const server = await listenOn(port, host)
    if (server === 'EADDRINUSE') return false
    if (typeof server !== 'string') await new Promise((resolve) => server.close(resolve))
  }
  return (await udpIsFree(port, '0.0.0.0')) && (await udpIsFree(port, '::'))
}

/** A server that turns everybody away, or the error code that prevented it. It keeps no process alive. */
export function listenOn(port: number, host: string): Promise<Server | string> {
  return new Promise((resolve) => {
    const server = createServer((socket) => {
      socket.on('error', () => {})
      socket.resetAndDestroy()
    })
    server.unref()
    server.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
    server.listen({ port, host, exclusive: true }, () => resolve(server))
  })
}

function udpIsFree(port: number, address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createSocket(address === '::' ? 'udp6' : 'udp4')
    // A machine without IPv6 has other errors, and no program of its is in the way there.
    const failed = (error: NodeJS.ErrnoException) => socket.close(() => resolve(error.code !== 'EADDRINUSE'))
    socket.once('error', failed)
    socket.bind({ port, address, exclusive: true }, () => socket.close(() => resolve(true)))
  })
}
