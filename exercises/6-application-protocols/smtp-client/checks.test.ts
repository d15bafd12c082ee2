import { checksFor, expect } from '#grader'
import exercise from './exercise.ts'

const check = checksFor(exercise)
type Student = Parameters<Parameters<typeof check>[1]>[0]

const word = (student: Student) => student.random(9).replace(/[^a-z0-9]/gi, '')

/** A mail between two people whom nobody can guess. */
function mail(student: Student, lines: readonly string[] = ['Noon at the station?']) {
  const from = `${word(student)}.${word(student)}@example.com`
  const to = `${word(student)}@${word(student)}.example.org`
  return { from, to, text: [`Subject: ${student.random(20)}`, '', ...lines, ''].join('\n') }
}

/** More than a pipe holds, and more than one recv() gets. */
const longText = (student: Student) =>
  Array.from({ length: 1000 }, (_, i) =>
    i % 9 === 5 ? '' : `${i % 4 === 0 ? '' : '  '}${student.randomUnicode(70)}`,
  )

check('greeting', async (student) => {
  await expect(await student.mail(mail(student), { greetingMs: 300 })).toWaitForTheGreeting()
})

check('sequence', async (student) => {
  await expect(await student.mail(mail(student), { holdMs: 60 })).toSpeakInTurn()
})

check('body', async (student) => {
  const ended = mail(student, ['Hello,', ...longText(student)])
  const open = mail(student, ['Hello,', '', student.randomUnicode(40)])
  const crlf = { ...ended, text: ended.text.replaceAll('\n', '\r\n') }
  for (const each of [ended, { ...open, text: open.text.trimEnd() }, crlf])
    await expect(await student.mail(each)).toDeliver({ exactly: true })
})

check('dot-stuff', async (student) => {
  const [first, last] = [student.random(20), student.random(20)]
  const lines = [first, '.', '..', `.${last}`, 'a.b', '...and so on', last, '.']
  const inside = mail(student, lines)
  await expect(await student.mail(inside)).toDeliver()
  const atTheTop = { ...inside, text: `.${first}\n${last}\n` }
  await expect(await student.mail(atTheTop)).toDeliver()
})

check('multiline', async (student) => {
  await expect(await student.mail(mail(student), { inPieces: true })).toReadWholeReplies()
})

check('rejected', async (student) => {
  const nobody = { replies: { RCPT: '550 no such user here' } }
  await expect(await student.mail(mail(student), nobody)).toReportRefusal('RCPT')
  const stranger = { replies: { MAIL: '553 this sender may not use this server' } }
  await expect(await student.mail(mail(student), stranger)).toReportRefusal('MAIL')
  const unwanted = { replies: { message: '554 this mail looks like advertising' } }
  await expect(await student.mail(mail(student), unwanted)).toReportRefusal('message')
})

check('quit', async (student) => {
  await expect(await student.mail(mail(student))).toQuit()
})
