import { checksFor, expect } from '#grader'
import exercise from './exercise.ts'

const check = checksFor(exercise)

/** The whole conversation up to the printed reply; the server finishes after it. */
async function converse(student: Parameters<Parameters<typeof check>[1]>[0], length?: number) {
  const client = await student.call(student.random())
  const connection = await expect(client).toSendItsLine()
  const reply = `reply-${student.randomUnicode(length)}`
  connection.send(Buffer.from(reply))
  await connection.finish()
  await expect(client).toPrint(reply)
  return { client, connection }
}

check('connects', async (student) => {
  const client = await student.call(student.random())
  await client.connection({ endInput: true })
})

check('sends', async (student) => {
  const client = await student.call(student.random(20))
  await expect(client).toSendItsLine({ exactly: true })
})

check('prints-reply', async (student) => {
  await converse(student, 1000) // with its frame still within the promised 1 KiB
})

check('one-conn', async (student) => {
  const { client } = await converse(student)
  await expect(client).toHaveCalledOnce()
})

check('closes', async (student) => {
  const { client, connection } = await converse(student)
  await expect(client).toClose(connection)
})

check('exits', async (student) => {
  const { client } = await converse(student)
  await expect(client).toExit()
})
