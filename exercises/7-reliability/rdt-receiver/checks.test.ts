import { blocksFor, checksFor, expect, receiverOf, timely } from '#grader'
import exercise from './exercise.ts'

const check = checksFor(exercise)

check('clean', async (student) => {
  const receiver = await receiverOf(student, blocksFor(student, 5))
  await expect(receiver).toAcknowledgeEach()
  await expect(receiver).toWriteTheFile()
})

check('dup', async (student) => {
  const receiver = await receiverOf(student, blocksFor(student, 7), [['ack lost'], ['twice'], ['late']])
  await expect(receiver).toAcknowledgeEach()
  await expect(receiver).toWriteTheFile()
})

check('corrupt', async (student) => {
  // A bit of the payload, of the number and of the checksum.
  const receiver = await receiverOf(student, blocksFor(student, 7), [['damaged'], ['damaged'], ['damaged']])
  await expect(receiver).toAcknowledgeEach()
  await expect(receiver).toWriteTheFile()
})

check('ack-format', async (student) => {
  await expect(await receiverOf(student, blocksFor(student, 4))).toAcknowledgeInForm()
})

check('binary', async (student) => {
  const bytes = Buffer.from(Array.from({ length: 256 }, (_, i) => i))
  const [odd, long] = [student.random(7), student.random(1000)]
  const nothing = Buffer.alloc(0)
  const picture = [bytes, Buffer.from(odd), Buffer.from(long), bytes.subarray(128)]
  await expect(await receiverOf(student, picture)).toWriteTheFile()
  await expect(await receiverOf(student, [nothing])).toWriteTheFile()
})

check('last-ack', (student) =>
  timely(async () => {
    const receiver = await receiverOf(student, blocksFor(student, 3))
    await expect(receiver).toStayFor([250, 250, 250, 250, 250])
    await expect(receiver).toEnd()
  }),
)

check('second-sender', async (student) => {
  const receiver = await receiverOf(student, blocksFor(student, 6), [['stray']])
  await expect(receiver).toAcknowledgeEach()
  await expect(receiver).toWriteTheFile()
})
