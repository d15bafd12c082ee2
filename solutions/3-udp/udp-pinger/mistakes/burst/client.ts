import { setTimeout as sleep } from 'node:timers/promises'
import { createSocket } from 'node:dgram'

const host = process.argv[2] ?? '127.0.0.1'
const port = Number(process.argv[3] ?? 12000)
const count = Number(process.argv[4] ?? 10)

const client = createSocket('udp4')
const sentAt = new Map<number, number>()
const rtts = new Map<number, number>()

client.on('message', (reply) => {
  const seq = Number(reply.toString().split(' ')[1])
  if (!rtts.has(seq)) rtts.set(seq, performance.now() - (sentAt.get(seq) ?? 0))
})

for (let seq = 1; seq <= count; seq++) {
  sentAt.set(seq, performance.now())
  client.send(`Ping ${seq} ${Date.now()}`, port, host) // and the next at once
}

await sleep(1000)
client.close()
for (let seq = 1; seq <= count; seq++) {
  const rtt = rtts.get(seq)
  console.log(rtt === undefined ? `seq=${seq} timeout` : `seq=${seq} rtt=${rtt.toFixed(3)} ms`)
}
const lost = (100 * (count - rtts.size)) / count
console.log(`sent=${count} received=${rtts.size} lost=${lost.toFixed(0)}%`)
