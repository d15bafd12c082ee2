import { checksFor, expect } from '#grader'
import exercise from './exercise.ts'

const check = checksFor(exercise)
type Student = Parameters<Parameters<typeof check>[1]>[0]

const word = (student: Student, length = 9) =>
  student
    .random(length)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')

/** A host in a zone that nobody can guess. */
function newName(student: Student) {
  const zone = `${word(student, 12)}.${word(student, 4)}`
  return { name: `${word(student)}.${zone}`, alias: `${word(student, 14)}.${zone}` }
}

const addresses = (student: Student, count: number) =>
  Array.from({ length: count }, () => student.payloads.address())

check('query', async (student) => {
  await expect(await student.lookUp(newName(student).name)).toAskRightly()
  const long = `${word(student, 30)}.a.${word(student, 20)}.${newName(student).name}`
  await expect(await student.lookUp(long)).toAskRightly()
})

check('one', async (student) => {
  const run = await student.lookUp(newName(student).name, { addresses: addresses(student, 1) })
  await expect(run).toPrintAddresses()
  await expect(run).toExitWell()
})

check('compressed', async (student) => {
  const { name, alias } = newName(student)
  const plainly = await student.lookUp(name, { addresses: addresses(student, 1), packed: true })
  await expect(plainly).toPrintAddresses()
  const byAlias = await student.lookUp(name, { addresses: addresses(student, 1), packed: true, alias })
  await expect(byAlias).toPrintAddresses()
})

check('several', async (student) => {
  const run = await student.lookUp(newName(student).name, { addresses: addresses(student, 3), packed: true })
  await expect(run).toPrintAddresses()
})

check('wrong-id', async (student) => {
  const { name } = newName(student)
  const [right, forged] = [addresses(student, 1), student.payloads.address()]
  const deceived = await student.lookUp(name, { addresses: right, packed: true, forged })
  await expect(deceived).toPrintAddresses()
  const others = [await student.lookUp(name), await student.lookUp(name)] as const
  await expect(deceived, ...others).toChooseIds()
})

check('nxdomain', async (student) => {
  const { name } = newName(student)
  await expect(await student.lookUp(name, { rcode: 'NXDOMAIN' })).toTellOfNothing(1)
  await expect(await student.lookUp(name, { rcode: 'SERVFAIL' })).toTellOfNothing('failure')
  await expect(await student.lookUp(name)).toTellOfNothing('failure')
})

check('retry', async (student) => {
  const { name } = newName(student)
  const [once, always] = [
    await student.lookUp(name, { addresses: addresses(student, 1), packed: true, lost: 1 }),
    await student.lookUp(name, { lost: Number.POSITIVE_INFINITY }),
  ]
  await expect(once).toAskAgain()
  await expect(always).toGiveUp()
})
