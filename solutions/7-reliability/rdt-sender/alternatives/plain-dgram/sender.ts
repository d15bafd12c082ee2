import { createSocket } from 'node:dgram'
import { readFileSync } from 'node:fs'

const [host = '127.0.0.1', port, path = ''] = process.argv.slice(2)
const data = readFileSync(path)
const socket = createSocket('udp4')

const checksum = (bytes: Buffer): number => {
  let sum = 0
  bytes.forEach((byte, i) => (sum += i % 2 === 0 ? byte * 256 : byte))
  while (sum > 0xffff) sum = (sum % 0x10000) + Math.floor(sum / 0x10000)
  return 0xffff - sum
}

const build = (seq: number, flags: number, payload: Buffer): Buffer => {
  const bytes = Buffer.concat([Buffer.from([seq, flags, 0, 0]), payload])
  bytes.writeUInt16BE(checksum(bytes), 2)
  return bytes
}

let block = 0
let tries = 0
let timer: NodeJS.Timeout | undefined
const blocks = Math.max(1, Math.ceil(data.length / 1000))

function transmit() {
  if (++tries > 10) {
    console.error('no answer')
    process.exitCode = 1
    socket.close()
    return
  }
  const payload = data.subarray(1000 * block, 1000 * block + 1000)
  socket.send(build(block % 2, block === blocks - 1 ? 1 : 0, payload), Number(port), host)
  timer = setTimeout(transmit, 250)
}

socket.on('message', (ack) => {
  if (!ack.equals(build(block % 2, 0x80, Buffer.alloc(0)))) return
  clearTimeout(timer)
  tries = 0
  if (++block < blocks) transmit()
  else socket.close()
})
transmit()
