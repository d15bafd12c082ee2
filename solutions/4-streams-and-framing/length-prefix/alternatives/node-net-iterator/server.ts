// A generator cuts a connection into payloads, whatever pieces it comes in; it ends where the stream ends.
import { createServer, type Socket } from 'node:net'

async function* payloads(connection: Socket): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0)
  for await (const chunk of connection as AsyncIterable<Buffer>) {
    rest = Buffer.concat([rest, chunk])
    while (rest.length >= 4) {
      const length = new DataView(rest.buffer, rest.byteOffset).getUint32(0)
      if (length > 2 ** 20) return
      if (rest.length < 4 + length) break
      yield rest.subarray(4, 4 + length)
      rest = rest.subarray(4 + length)
    }
  }
}

// ASCII letters only; every other byte stays what it is.
const upper = (bytes: Buffer) =>
  Buffer.from(bytes.map((byte) => (byte >= 0x61 && byte <= 0x7a ? byte - 0x20 : byte)))

createServer({ allowHalfOpen: true }, async (connection) => {
  try {
    for await (const payload of payloads(connection)) {
      const reply = upper(payload)
      const header = Buffer.from([24, 16, 8, 0].map((bits) => (reply.length >>> bits) & 255))
      connection.write(Buffer.concat([header, reply]))
    }
  } catch (error) {
    console.log(`a client left early: ${(error as Error).message}`)
  } finally {
    connection.end()
  }
}).listen(Number(process.argv[2] ?? 12000))
