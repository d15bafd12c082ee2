import { checksFor, expect } from '#grader'
import exercise from './exercise.ts'

const check = checksFor(exercise)

/** Random text with letters of one to three bytes, no part of which comes twice. */
const letters = (student: { randomUnicode(length: number): string }, parts: number) =>
  Array.from({ length: parts }, () => student.randomUnicode(8)).join('')

const draw = (count: number, one: () => number) => Array.from({ length: count }, one)

check('whole', async (student) => {
  const module = await student.load()
  const call = await module.call(Buffer.from(letters(student, 4)))
  await expect(call).toSendAll()
})

check('short', async (student) => {
  const module = await student.load()
  // Longer than any chunk that somebody may send at a time.
  const bytes = Buffer.from(letters(student, 1000))
  const call = await module.call(bytes, { takes: [1, 3, 7, 15, 31, 63, 127, 255, 511, 1023, 2047, 4095] })
  await expect(call).toGoOn()
  const text = await module.call(letters(student, 1000), {
    takes: draw(300, () => 1 + student.payloads.integer(400)),
  })
  await expect(text).toGoOn()
})

check('uses-return', async (student) => {
  const module = await student.load()
  // Between a third and two thirds of what is offered: never all of it, until a single byte is left.
  const takes = draw(300, () => (1 + student.payloads.integer(1000) / 1000) / 3)
  const call = await module.call(Buffer.from(letters(student, 20)), { takes })
  await expect(call).toSendAll()
})

check('error', async (student) => {
  const module = await student.load()
  const call = await module.call(Buffer.from(letters(student, 1000)), { takes: [1, 3], breaksAt: 3 })
  await expect(call).toRaise()
})

check('empty', async (student) => {
  const module = await student.load()
  const call = await module.call(Buffer.alloc(0))
  await expect(call).toSendAll()
})

// So long that the buffers between the two are full.
const sleepMs = 300

check('real-tcp', async (student) => {
  const module = await student.load()
  const arrival = await module.callOverTcp(8 * 1024 * 1024)
  await student.pass(sleepMs)
  arrival.readOn()
  await expect(arrival).toArrive()
  if (arrival.short === 0) student.note = 'Not tried: send() was never short on this machine.'
})
