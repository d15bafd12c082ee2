import { once } from 'node:events'
import { createSocket, type RemoteInfo } from 'node:dgram'
import { appendFile, writeFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'

const outfile = process.argv[3]!
const server = createSocket({ type: 'udp4', reuseAddr: false })
const waiting: [Buffer, RemoteInfo][] = []
server.on('message', (packet, info) => {
  waiting.push([packet, info])
  server.emit('more')
})
server.bind(Number(process.argv[2]), '0.0.0.0')

function sum16(view: DataView): number {
  let sum = 0
  for (let i = 0; i + 1 < view.byteLength; i += 2) if (i !== 2) sum += view.getUint16(i)
  if (view.byteLength % 2) sum += view.getUint8(view.byteLength - 1) << 8
  sum = (sum >>> 16) + (sum & 0xffff)
  return ~(sum + (sum >>> 16)) & 0xffff
}
const view = ({ buffer, byteOffset, byteLength }: Buffer) => new DataView(buffer, byteOffset, byteLength)

await writeFile(outfile, '')
let sender: RemoteInfo | undefined
let expected = 0
let lastAck: Buffer | undefined
let done = false
while (true) {
  if (waiting.length === 0) {
    const more = once(server, 'more').then(() => true)
    if (!(await (done ? Promise.race([more, sleep(1000, false)]) : more))) break
    continue
  }
  const [packet, info] = waiting.shift()!
  if (sender && (sender.port !== info.port || sender.address !== info.address)) continue
  const whole = packet.length >= 4 && view(packet).getUint16(2) === sum16(view(packet))
  if (whole) {
    sender = info
    if (packet[0] === expected) {
      await appendFile(outfile, packet.subarray(4))
      expected ^= 1
      done ||= packet[1] === 1
    }
    lastAck = Buffer.from([packet[0]!, 0x80, 0, 0])
    view(lastAck).setUint16(2, sum16(view(lastAck)))
  }
  if (lastAck && sender) server.send(lastAck, sender.port, sender.address)
}
server.close()
