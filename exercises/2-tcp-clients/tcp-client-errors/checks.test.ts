import { checksFor, expect } from '#grader'
import exercise from './exercise.ts'

const check = checksFor(exercise)

type Student = Parameters<Parameters<typeof check>[1]>[0]
type Misfortune = 'refused' | 'silent' | 'closed' | 'reset' | 'cut'

/** So long that nobody's timeout comes before what the server does, however busy the machine. */
const plenty = '20000'
/** Until the client has surely read the part of the reply that comes before a reset. */
const readingMs = 300

/** The client meets a server that fails it in this way. */
async function meet(student: Student, misfortune: Misfortune, ...args: string[]) {
  const client = await student.call(student.random(), { args, refused: misfortune === 'refused' })
  if (misfortune === 'refused') return client
  const connection = await expect(client).toSendItsLine()
  if (misfortune === 'closed') await connection.finish()
  if (misfortune === 'cut') {
    connection.send(Buffer.from(`reply-${student.random(6)}`))
    await student.pass(readingMs)
  }
  if (misfortune === 'cut' || misfortune === 'reset') connection.abort()
  return client
}

check('ok', async (student) => {
  const client = await student.call(student.random(), { args: [plenty] })
  const connection = await expect(client).toSendItsLine()
  const reply = `reply-${student.randomUnicode()}`
  connection.send(Buffer.from(reply))
  await connection.finish()
  await expect(client).toPrint(reply)
  await expect(client).toExit()
})

check('refused', async (student) => {
  await expect(await meet(student, 'refused')).toReport('refused')
})

check('eof', async (student) => {
  await expect(await meet(student, 'closed', plenty)).toReport('closed')
})

check('silent', async (student) => {
  // Far from the default, which comes next: a timeout of the program's own fits only one of them.
  await expect(await meet(student, 'silent', '2000')).toTimeOut(2000)
  await expect(await meet(student, 'silent')).toTimeOut(1000)
})

check('reset', async (student) => {
  await expect(await meet(student, 'reset', plenty)).toReport('reset')
  await expect(await meet(student, 'cut', plenty)).toReport('cut')
})

check('clean-output', async (student) => {
  await expect(await meet(student, 'refused', plenty)).toFailCleanly('refused')
  await expect(await meet(student, 'closed', plenty)).toFailCleanly('closed')
  await expect(await meet(student, 'reset', plenty)).toFailCleanly('reset')
  await expect(await meet(student, 'cut', plenty)).toFailCleanly('cut')
  await expect(await meet(student, 'silent', '300')).toFailCleanly('silent')
})
