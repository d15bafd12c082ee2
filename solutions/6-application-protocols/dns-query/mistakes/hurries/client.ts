// Mistake: asks again after 0.3 s.
import { socket, AF_INET, SOCK_DGRAM, SocketError } from '#socket'

const server = process.argv[2] ?? '127.0.0.1'
const port = Number(process.argv[3] ?? 12000)
const name = process.argv[4] ?? 'www.example.com'

const client = socket(AF_INET, SOCK_DGRAM)
await client.connect([server, port]) // from now on only datagrams of this server are received
const query = makeQuery()
const reply = (await ask()) ?? (await ask())
await client.close()

if (reply === null) {
  console.error('No answer.')
  process.exitCode = 2
} else {
  const found = addressesIn(reply)
  const rcode = reply.readUInt16BE(2) & 0x0f
  if (rcode !== 0 || found.length === 0) {
    console.error(rcode === 3 ? 'No such name.' : `No address (RCODE ${rcode}).`)
    process.exitCode = 1
  } else {
    for (const address of found) console.log(address)
  }
}

function makeQuery(): Buffer {
  const header = Buffer.alloc(12)
  header.writeUInt16BE(Math.floor(Math.random() * 65536), 0) // ID
  header.writeUInt16BE(0x0100, 2) // flags: recursion desired
  header.writeUInt16BE(1, 4) // one question
  const labels = name.split('.').map((label) => Buffer.from(label))
  const qname = labels.flatMap((label) => [Buffer.from([label.length]), label])
  return Buffer.concat([header, ...qname, Buffer.from([0]), Buffer.from([0, 1, 0, 1])]) // type A, class IN
}

/** The reply to the query, or null when it does not come within a second. */
async function ask() {
  await client.send(query)
  const deadline = performance.now() + 300
  for (;;) {
    const left = deadline - performance.now()
    if (left <= 0) return null
    client.settimeout(left) // other replies do not lengthen the second
    try {
      const data = await client.recv(2048)
      if (data.subarray(0, 2).equals(query.subarray(0, 2))) return data
    } catch (error) {
      if (error instanceof SocketError && error.code === 'ETIMEDOUT') return null
      throw error
    }
  }
}

/** Where the name ends that begins here. */
function skipName(message: Buffer, start: number): number {
  let offset = start
  for (;;) {
    const length = message.readUInt8(offset)
    if (length === 0) return offset + 1
    if (length >= 0xc0) return offset + 2 // a pointer: the rest of the name stands elsewhere
    offset += 1 + length
  }
}

function addressesIn(message: Buffer): string[] {
  const found: string[] = []
  let offset = 12
  for (let left = message.readUInt16BE(4); left > 0; left--) offset = skipName(message, offset) + 4
  for (let left = message.readUInt16BE(6); left > 0; left--) {
    offset = skipName(message, offset)
    const type = message.readUInt16BE(offset)
    const length = message.readUInt16BE(offset + 8)
    offset += 10 // TYPE, CLASS, TTL and RDLENGTH
    if (type === 1) found.push(message.subarray(offset, offset + 4).join('.'))
    offset += length
  }
  return found
}
