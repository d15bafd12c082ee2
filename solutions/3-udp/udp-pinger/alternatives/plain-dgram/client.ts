// node:dgram, timers and callbacks; a connected socket; one write at the end.
import { createSocket } from 'node:dgram'

const host = process.argv[2] ?? '127.0.0.1'
const port = Number(process.argv[3] ?? 12000)
const count = Number(process.argv[4] ?? 10)

const client = createSocket('udp4')
const lines: string[] = []
let [seq, received, sentAt] = [0, 0, 0n]
let timer: NodeJS.Timeout

client.on('message', (reply) => {
  const number = /^ping (\d+) /i.exec(reply.toString())?.[1]
  if (Number(number) !== seq) return
  clearTimeout(timer)
  received++
  lines.push(`seq=${seq} rtt=${Number(process.hrtime.bigint() - sentAt) / 1e6} ms`)
  next()
})

client.connect(port, host, next)

function next(): void {
  if (seq === count) return finish()
  seq++
  sentAt = process.hrtime.bigint()
  client.send(`Ping ${seq} ${new Date().toISOString()}`)
  timer = setTimeout(() => {
    lines.push(`seq=${seq} timeout`)
    next()
  }, 1000)
}

function finish(): void {
  client.close()
  const lost = Math.ceil((100 * (count - received)) / count)
  process.stdout.write(`${lines.join('\n')}\nsent=${count} received=${received} lost=${lost}%\n`)
}
