// One loop over all replies, which runs beside the sender; never ends by itself, so it is told to.
import { setTimeout as sleep } from 'node:timers/promises'
import { socket, AF_INET, SOCK_DGRAM } from '#socket'

const host = process.argv[2] ?? '127.0.0.1'
const port = Number(process.argv[3] ?? 12000)
const count = Number(process.argv[4] ?? 10)

const client = socket(AF_INET, SOCK_DGRAM)
await client.connect([host, port])
const waiting = new Map<number, (atMs: number) => void>()

async function receive(): Promise<void> {
  for (;;) {
    const reply = await client.recv(2048)
    const seq = Number(reply.toString('utf8').split(' ')[1])
    waiting.get(seq)?.(performance.now())
  }
}
receive().catch(() => {}) // closed below

const results: (number | null)[] = []
while (results.length < count) {
  const seq = results.length + 1
  const start = performance.now()
  const answered = new Promise<number>((resolve) => waiting.set(seq, resolve))
  await client.send(Buffer.from(`Ping ${seq} ${process.uptime()}`))
  const at = await Promise.race([answered, sleep(1000, null)])
  waiting.delete(seq)
  results.push(at === null ? null : at - start)
}

results.forEach((rtt, i) =>
  console.log(`seq=${i + 1} ${rtt === null ? 'timeout' : `rtt=${rtt.toFixed(1)} ms`}`),
)
const received = results.filter((rtt) => rtt !== null).length
console.log(`sent=${count} received=${received} lost=${((1 - received / count) * 100).toFixed(1)}%`)
process.exit(0)
