import { parseTrace } from './trace.ts'

const line = (value: unknown) => parseTrace(JSON.stringify(value))

test('reads what a trace may say, and leaves out what it may not', () => {
  const whole = {
    t: 1.5,
    call: 'recv',
    socket: 3,
    address: ['127.0.0.1', 80],
    bytes: 5,
    result: 'ok',
    error: 'E',
    waits: true,
  }
  expect(line(whole)).toEqual([whole])
  expect(
    line({ t: 1, call: 'x', extra: 1, socket: 'three', bytes: null, address: [1, 2], waits: 1 }),
  ).toEqual([{ t: 1, call: 'x', waits: false }])
})

test.each([[null], [[]], ['text'], [7], [{}], [{ t: '1', call: 'x' }], [{ t: 1 }], [{ call: 'x' }]])(
  '%j is no line',
  (value) => expect(line(value)).toEqual([]),
)

test('numbers beyond measure, half lines and long texts do no harm', () => {
  expect(parseTrace('{"t":1e999,"call":"x"}\n{"t":1,"ca')).toEqual([])
  expect(parseTrace('{"t":1,"call":"x","bytes":1e999}')).toEqual([{ t: 1, call: 'x', waits: false }])
  const long = 'x'.repeat(100_000)
  const [read] = line({ t: 1, call: long, result: long, address: [long, 1] })
  expect([read?.call.length, read?.result?.length, read?.address?.[0].length]).toEqual([40, 200, 80])
  expect(parseTrace('{"t":1,"call":"x"}\n'.repeat(5000))).toHaveLength(2000)
})
