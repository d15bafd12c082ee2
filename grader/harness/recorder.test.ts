import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { Recorder } from './recorder.ts'

jest.setTimeout(60_000)

const timed = async <T>(wait: Promise<T>): Promise<readonly [T, number]> => {
  const startedMs = performance.now()
  return [await wait, performance.now() - startedMs]
}

test('records in order, on one clock', () => {
  const recorder = new Recorder()
  recorder.record('a', 'send')
  recorder.record('b', 'receive', { peer: 'x' })
  expect(recorder.events).toMatchObject([
    { actor: 'a', event: 'send' },
    { actor: 'b', event: 'receive', peer: 'x' },
  ])
  expect(recorder.events[1]?.atMs).toBeGreaterThanOrEqual(recorder.events[0]?.atMs ?? Infinity)
})

describe.each(['until', 'window'] as const)('%s', (wait) => {
  test('finds at once what is there already', async () => {
    const recorder = new Recorder()
    expect(await recorder[wait](0, () => 'here')).toBe('here')
    expect(await recorder[wait](60_000, () => 0)).toBe(0)
  })

  test('ends early with a record', async () => {
    const recorder = new Recorder()
    const here = () => recorder.events.find(({ actor }) => actor === 'b')
    setTimeout(() => recorder.record('a', 'send'), 5)
    setTimeout(() => recorder.record('b', 'send'), 10)
    const [found, tookMs] = await timed(recorder[wait](60_000, here))
    expect(found).toMatchObject({ actor: 'b' })
    expect(tookMs).toBeLessThan(5000)
  })

  test('finds nothing when its time is over, and never early', async () => {
    const recorder = new Recorder()
    let looks = 0
    const [found, tookMs] = await timed(recorder[wait](60, () => void looks++))
    expect(found).toBeUndefined()
    expect(tookMs).toBeGreaterThanOrEqual(59)
    const before = looks
    recorder.wake()
    expect(looks).toBe(before) // nobody waits any more
  })

  test('rejects with what is thrown while looking, at once and later, and goes on for others', async () => {
    const recorder = new Recorder()
    const fail = (): undefined => {
      throw new Error('in a check')
    }
    await expect(recorder[wait](60_000, fail)).rejects.toThrow('in a check')
    const failing = recorder[wait](60_000, () => (recorder.events.length > 0 ? fail() : undefined))
    const other = recorder[wait](60_000, () => (recorder.events.length > 1 ? 'found' : undefined))
    recorder.record('a', 'send')
    await expect(failing).rejects.toThrow('in a check')
    recorder.record('a', 'send')
    expect(await other).toBe('found')
  })

  test('looks at what arrived while the grader was busy before it gives up', async () => {
    const recorder = new Recorder()
    const [ours, theirs] = [createSocket('udp4').bind(0, '127.0.0.1'), createSocket('udp4')]
    await once(ours, 'listening')
    ours.on('message', () => recorder.record('late', 'receive'))
    theirs.connect(ours.address().port, '127.0.0.1')
    await once(theirs, 'connect')
    const waiting = recorder[wait](10, () => recorder.events[0]?.actor)
    theirs.send('x') // connected, so that it is in our queue when this returns
    const busyUntilMs = performance.now() + 50
    while (performance.now() < busyUntilMs);
    expect(await waiting).toBe('late')
    for (const socket of [ours, theirs]) socket.close()
  })
})
