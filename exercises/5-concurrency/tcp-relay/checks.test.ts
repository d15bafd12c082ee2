import { checksFor, expect, relayTo } from '#grader'
import exercise from './exercise.ts'

const check = checksFor(exercise)

const mebibyte = 1024 * 1024

check('both-ways', async (student) => {
  const origin = await student.origin()
  const relay = relayTo(origin, await student.serve({ args: ['127.0.0.1', String(origin.port)] }))
  const talk = await relay.connect('client 1')
  for (const from of [
    'origin',
    'origin',
    'client',
    'origin',
    'client',
    'client',
    'client',
    'origin',
  ] as const)
    await expect(talk).toCarry(from, talk.random())
  for (const side of ['client', 'origin'] as const) await talk.finish(side)
  const next = await relay.connect('client 2')
  const bytes = Buffer.from(Uint8Array.from({ length: 256 }, (_, byte) => byte))
  for (const from of ['client', 'origin'] as const)
    await expect(next).toCarry(from, Buffer.concat([bytes, bytes]))
})

check('half-close', async (student) => {
  const origin = await student.origin()
  const relay = relayTo(origin, await student.serve({ args: ['127.0.0.1', String(origin.port)] }))
  for (const [n, first, last] of [
    [1, 'client', 'origin'],
    [2, 'origin', 'client'],
  ] as const) {
    const talk = await relay.connect(`client ${n}`)
    await expect(talk).toCarry(first, talk.random())
    await expect(talk).toPassEnd(first)
    await expect(talk).toCarry(last, talk.random()) // its answer, which comes after the other's end
    await expect(talk).toPassEnd(last)
  }
})

check('duplex', async (student) => {
  const origin = await student.origin()
  const relay = relayTo(origin, await student.serve({ args: ['127.0.0.1', String(origin.port)] }))
  await expect(await relay.connect('client 1')).toCarryBothWays(16 * mebibyte)
})

check('refused', async (student) => {
  const origin = await student.origin({ refused: true })
  const server = await student.serve({ args: ['127.0.0.1', String(origin.port)] })
  await expect(await server.connect('client 1')).toBeTurnedAway()
  await origin.open()
  const talk = await relayTo(origin, server).connect('client 2')
  await expect(talk).toCarry('client', talk.random())
  await expect(talk).toCarry('origin', talk.random())
})

check('parallel', async (student) => {
  const origin = await student.origin()
  const relay = relayTo(origin, await student.serve({ args: ['127.0.0.1', String(origin.port)] }))
  const [first, second] = [await relay.connect('client 1'), await relay.connect('client 2')]
  for (const talk of [second, first, second, first]) {
    await expect(talk).toCarry('client', talk.random())
    await expect(talk).toCarry('origin', talk.random())
  }
  await first.finish('client')
  await expect(second).toCarry('client', second.random()) // is still there
  await expect(second).toCarry('origin', second.random())
})

check('backpressure', async (student) => {
  const origin = await student.origin()
  const server = await student.serve({ args: ['127.0.0.1', String(origin.port)] })
  const talk = await relayTo(origin, server).connect('client 1')
  await expect(talk).toCarry('client', talk.random())
  student.measure(server)
  await expect(talk).toHoldBack(256 * mebibyte)
})

check('no-spin', async (student) => {
  const origin = await student.origin()
  const server = await student.serve({ args: ['127.0.0.1', String(origin.port)] })
  const talk = await relayTo(origin, server).connect('client 1')
  await expect(talk).toCarry('client', talk.random())
  await talk.finish('client') // and the origin says nothing for a while
  student.measure(server)
  await expect(talk).toStayIdle()
})
