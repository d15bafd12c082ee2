// A new socket for every ping: late replies reach nobody. Promises and a race against the clock.
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'

const host = process.argv[2] ?? '127.0.0.1'
const port = Number(process.argv[3] ?? 12000)
const count = Number(process.argv[4] ?? 10)

async function ping(seq: number): Promise<number | null> {
  const client = createSocket('udp4')
  const start = Date.now()
  try {
    client.send(`Ping ${seq} ${start}`, port, host)
    const reply = once(client, 'message', { signal: AbortSignal.timeout(1000) })
    await reply
    return Date.now() - start
  } catch {
    return null
  } finally {
    client.close()
  }
}

let received = 0
for (let seq = 1; seq <= count; seq++) {
  const rtt = await ping(seq)
  if (rtt !== null) received++
  console.log(rtt === null ? `seq=${seq} timeout` : `seq=${seq} rtt=${rtt} ms`)
  await sleep(20)
}
console.log(`sent=${count} received=${received} lost=${Math.floor(100 - (100 * received) / count)}%`)
