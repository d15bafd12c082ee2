import net from 'node:net'

type Sender = { send(bytes: Uint8Array): Promise<number> }

class CouldNotSend extends Error {}

// Something else that the module does; it keeps the process alive.
net.createServer(() => {}).listen(0)

export default async function sendAll(sock: Sender, data: Buffer | string): Promise<void> {
  let rest = typeof data === 'string' ? Buffer.from(data, 'utf8') : data
  try {
    while (rest.length > 0) rest = rest.subarray(await sock.send(rest))
  } catch (error) {
    console.error(error)
    throw new CouldNotSend(`${rest.length} bytes are left`)
  }
}

export { sendAll }
