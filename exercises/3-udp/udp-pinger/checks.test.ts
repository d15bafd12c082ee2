import { checksFor, expect } from '#grader'
import exercise from './exercise.ts'

const check = checksFor(exercise)
const lost = [] as const

check('ten', async (student) => {
  // Held for a moment, so that a ping which does not wait for the reply overtakes it.
  const script = { usual: [30] }
  const [ten, three] = [await student.ping(null, script), await student.ping(3, script)]
  await expect(ten).toPingInTurn()
  await expect(three).toPingInTurn()
})

check('lines', async (student) => {
  await expect(await student.ping(4)).toReportEachOnce()
})

check('loss', async (student) => {
  const pinger = await student.ping(10, { answers: { 3: lost, 7: lost } })
  await expect(pinger).toReportWhatHappened()
})

check('late', async (student) => {
  // The late reply comes 300 ms after a program that does not pause has sent ping 5, 300 ms before the reply to that.
  const pinger = await student.ping(6, { usual: [100], answers: { 4: [1300], 5: [600] } })
  await expect(pinger).toReportWhatHappened()
})

check('dup', async (student) => {
  const answers = { 1: [100, 100, 100, 100], 2: [150], 3: lost, 4: [100, 100, 100] }
  const pinger = await student.ping(5, { usual: [100], answers, straysDuring: 3, capitals: true })
  await expect(pinger).toReportWhatHappened()
  await expect(pinger).toWaitOneSecond()
  await expect(pinger).toCountEachReplyOnce()
})

check('rtt', async (student) => {
  await expect(await student.ping(8, { usual: [50] })).toMeasureRoundTrips()
})

check('summary', async (student) => {
  await expect(await student.ping(7, { answers: { 2: lost, 7: lost } })).toSumUp()
})
