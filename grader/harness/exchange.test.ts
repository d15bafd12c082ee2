import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { drawExchange, predictReplies } from '../model/exchange.ts'
import { runExchange } from './exchange.ts'

jest.setTimeout(60_000)

test('what is had on this machine is what is predicted where it cannot be had', async () => {
  let had = 0
  for (let i = 0; i < 20; i++) {
    const exchange = drawExchange(`student-${i}`, 'q3-scenario')
    const replies = await runExchange(exchange)
    if (replies === null) continue // some port was taken
    expect(replies).toEqual(predictReplies(exchange))
    had++
  }
  expect(had).toBeGreaterThan(10)
})

test('a port that is taken is no answer', async () => {
  const exchange = drawExchange('taken', 'q3-scenario')
  const socket = createSocket('udp4')
  try {
    socket.bind({ port: exchange.ports.B, address: '127.0.0.1', exclusive: true })
    await once(socket, 'listening')
    expect(await runExchange(exchange)).toBeNull()
  } finally {
    socket.close()
  }
})
