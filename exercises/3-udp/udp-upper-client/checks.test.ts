import { checksFor, expect } from '#grader'
import exercise from './exercise.ts'

const check = checksFor(exercise)

/** The whole conversation up to the printed reply. */
async function converse(student: Parameters<Parameters<typeof check>[1]>[0], delayMs = 0) {
  const client = await student.call(student.random())
  const datagram = await client.datagram()
  const reply = `reply-${student.randomUnicode()}`
  await student.pass(delayMs)
  datagram.reply(Buffer.from(reply))
  await expect(client).toPrint(reply)
  return client
}

check('datagram', async (student) => {
  const client = await student.call(student.random())
  await expect(client).toSendItsLineInOneDatagram()
})

check('prints-reply', async (student) => {
  await converse(student)
})

check('waits', async (student) => {
  const client = await converse(student, 700)
  await expect(client).toHaveGivenTime()
})

check('ephemeral', async (student) => {
  const first = await student.call(student.random())
  const second = await student.call(student.random(), { beside: first })
  const replies = [student.randomUnicode(), student.randomUnicode()] as const
  await expect(first, second).toUseTheirOwnPorts(replies)
  await expect(first).toPrint(replies[0])
  await expect(second).toPrint(replies[1])
})

check('exits', async (student) => {
  const client = await converse(student)
  await expect(client).toExit()
})

check('utf8', async (student) => {
  const client = await student.call(`é-${student.random(5)}`)
  await expect(client).toSendItsLineInOneDatagram()
})
