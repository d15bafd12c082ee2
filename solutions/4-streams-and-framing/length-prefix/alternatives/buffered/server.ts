// One buffer for a connection: every recv() adds to it, and every complete frame is cut from its front.
import { socket, AF_INET, SOCK_STREAM } from '#socket'

const server = socket(AF_INET, SOCK_STREAM)
server.bind(['127.0.0.1', Number(process.argv[2] ?? 12000)])
await server.listen()

/** Answers the complete frames in `bytes` and returns what is left over; null when a length is too much. */
async function answer(bytes: Buffer, send: (reply: Buffer) => Promise<void>): Promise<Buffer | null> {
  if (bytes.length < 4) return bytes
  const length = bytes.readUInt32BE(0)
  if (length > 1024 * 1024) return null
  if (bytes.length < 4 + length) return bytes
  const reply = Buffer.from(bytes.toString('utf8', 4, 4 + length).toUpperCase())
  const header = Buffer.alloc(4)
  header.writeUInt32BE(reply.length)
  await send(header)
  await send(reply)
  return answer(bytes.subarray(4 + length), send)
}

for await (const [connection] of server) {
  let rest: Buffer | null = Buffer.alloc(0)
  while (rest !== null) {
    const chunk = await connection.recv(3000)
    if (chunk.length === 0) break
    rest = await answer(Buffer.concat([rest, chunk]), (reply) => connection.sendall(reply))
  }
  await connection.close()
}
