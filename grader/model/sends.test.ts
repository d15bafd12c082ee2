import { SendWalk } from './sends.ts'

const data = Buffer.from('Grüße, a socket is a doorway')
const send = (bytes: string | Buffer, took: number | null) => ({
  bytes: Buffer.from(bytes),
  took,
  waiting: 0,
})
const from = (start: number, end?: number) => data.subarray(start, end)

function walk(assuming: boolean, ...sends: ReturnType<typeof send>[]) {
  const walked = new SendWalk(data, assuming)
  for (const each of sends) walked.step(each)
  return walked
}

test('goes on where the call before was cut off, in pieces of any size, with empty calls between', () => {
  const walked = walk(
    false,
    send(from(0), 3),
    send(from(3, 10), 7),
    send('', 0),
    send(from(10), data.length - 10),
  )
  expect(walked).toMatchObject({ at: data.length, misstep: null, done: true })
})

test.each([
  ['assumed', [send(from(0, 7), 3), send(from(7, 14), 7)]],
  ['restarted', [send(from(0), 3), send(from(0), 3)]],
  ['repeated', [send(from(0), 12), send(from(3), 3)]],
  ['skipped', [send(from(0), 3), send(from(9), 3)]],
  ['letters', [send(from(0), 12), send(data.toString().slice(12), 3)]],
  ['more', [send(Buffer.concat([data, Buffer.from('\n')]), 3)]],
  ['more', [send(from(0), data.length), send('once more', 9)]],
  ['different', [send(data.toString('latin1'), 3)]],
  ['different', [send(from(0), 3), send('xyz', 3)]],
] as const)('%s', (misstep, sends) => {
  expect(walk(false, ...sends)).toMatchObject({ misstep, astray: { nth: sends.length } })
})

test('who takes the offered for the taken may go on to the end, if that is not the question', () => {
  const walked = walk(true, send(from(0, 7), 3), send(from(7, 14), 2), send(from(14), 1))
  expect(walked).toMatchObject({ at: 3, misstep: null, assumed: true, done: true })
  expect(walk(true, send(from(0, 7), 3), send(from(7, 14), 2), send(from(16), 1)).misstep).toBe('skipped')
})

test('a call that failed took nothing', () => {
  expect(walk(false, send(from(0), 3), send(from(3), null), send(from(3), 4))).toMatchObject({
    at: 7,
    misstep: null,
  })
})
