import { Broken, Unsettled } from './broken.ts'
import { inTime } from './in-time.ts'

test('a check that comes to its end is what it is', async () => {
  await expect(inTime(Promise.resolve())).resolves.toBeUndefined()
  const broken = new Broken({ kind: 'close', why: 'silence' })
  await expect(inTime(Promise.reject(broken))).rejects.toBe(broken)
})

test('a check that never ends has no verdict', async () => {
  const never = new Promise<void>(() => {})
  await expect(inTime(never, 20)).rejects.toThrow(Unsettled)
})

test('what a late check comes to is dropped', async () => {
  let fail: (error: Error) => void = () => {}
  const late = new Promise<void>((_, reject) => (fail = reject))
  await expect(inTime(late, 20)).rejects.toThrow(/not over after 0\.02 s/)
  fail(new Error('too late'))
  await new Promise((resolve) => setImmediate(resolve))
})
