import { stretched, stretchFor } from './patience.ts'

jest.setTimeout(60_000)

test.each([
  [0, 1],
  [40, 1],
  [250, 1],
  [500, 2],
  [2500, 10],
  [60_000, 12],
])('when a runtime takes %i ms to start, a deadline is %i times as long', (startMs, factor) => {
  expect(stretchFor(startMs)).toBe(factor)
})

test('a deadline is never shortened, and many that run out together ask once', async () => {
  const startedMs = performance.now()
  const all = await Promise.all(Array.from({ length: 50 }, () => stretched(1000)))
  expect(new Set(all).size).toBe(1)
  expect(all[0]).toBeGreaterThanOrEqual(1000)
  expect(all[0]).toBeLessThanOrEqual(12_000)
  expect(performance.now() - startedMs).toBeLessThan(10_000)
})
