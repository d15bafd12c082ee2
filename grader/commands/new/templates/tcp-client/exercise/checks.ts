import { checksFor, expect } from '#grader'
import exercise from './exercise.ts'

const check = checksFor(exercise)

/** The whole conversation up to the printed reply. */
async function converse(student: Parameters<Parameters<typeof check>[1]>[0]) {
  const client = await student.call(student.random())
  const connection = await expect(client).toSendItsLine()
  const reply = `reply-${student.random()}`
  connection.send(Buffer.from(reply))
  await connection.finish()
  await expect(client).toPrint(reply)
  return client
}

check('sends', async (student) => {
  const client = await student.call(student.random())
  await expect(client).toSendItsLine()
})

check('prints', async (student) => {
  await converse(student)
})

check('exits', async (student) => {
  const client = await converse(student)
  await expect(client).toExit()
})
