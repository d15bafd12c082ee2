import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { House } from './testing.ts'

const house = new House()
afterAll(() => house.remove())

const at = (...path: string[]) => join(house.root, ...path)
const read = (...path: string[]) => readFileSync(at(...path), 'utf8')
const slugs = ['hi-tcp-server', 'hi-udp-server', 'hi-tcp-client', 'hi-udp-client']

test('scaffolds exercises of every kind that verify accepts as they are', async () => {
  for (const slug of slugs) {
    const [, transport = '', role = ''] = slug.split('-')
    const flags = ['--role', role, '--transport', transport]
    const unit = role === 'client' ? '9-more-clients' : '1-tcp-servers'
    const { code, stdout, stderr } = await house.run(['new', unit, slug, ...flags])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain(`npm run verify -- ${slug}`)
    expect(stdout).toContain('exercises/course.ts lists it.')
  }
  const { code, stdout } = await house.run(['verify', ...slugs])
  expect(stdout).toContain('24 programs, 72 verdicts, 0 programs judged wrongly')
  expect(code).toBe(0)
})

test('the course lists them, in the format of the house, and a new unit has a lesson', () => {
  const course = read('exercises/course.ts')
  expect(course).toMatch(/name: '1-tcp-servers',\n.*\n\s+exercises: \[.*'hi-tcp-server', 'hi-udp-server'\],/)
  expect(course).toContain(
    "{ name: '9-more-clients', title: 'More clients', exercises: ['hi-tcp-client', 'hi-udp-client'] },",
  )
  expect(read('exercises/9-more-clients/README.md')).toMatch(/^# More clients\n/)
  expect(read('exercises/9-more-clients/hi-udp-client/README.md')).toContain('npm run grade -- hi-udp-client')
})

test.concurrent.each([
  [['3-upd', 'x'], 'Unit 3 is "3-udp"; name that one, or give a new unit a number of its own.'],
  [
    ['udp', 'x'],
    '"udp" is no unit: a unit is called NUMBER-NAME, such as 1-tcp-servers. Did you mean "3-udp"?',
  ],
  [['3', 'x'], 'Did you mean "3-udp"?'],
  [['97-udp', 'x'], 'There is no unit "97-udp". Did you mean "3-udp"?'],
  [['7-UDP', 'x'], '"7-UDP" is no unit'],
  [['../7-x', 'x'], '"../7-x" is no unit'],
  [
    ['3-udp', 'MyThing'],
    '"MyThing" is no name for an exercise: use lower case, digits and hyphens, at most 40 characters. How about "my-thing"?',
  ],
  [['3-udp', '../../etc'], '"../../etc" is no name for an exercise'],
  [['3-udp', 'a'.repeat(41)], 'is no name for an exercise'],
  [
    ['3-udp', 'accept-loop'],
    'There is an exercise "accept-loop" already, in 1-tcp-servers; choose another name.',
  ],
  [['3-udp', 'python'], '"python" is the name of a folder of the course; call the exercise something else.'],
  [['3-udp', 'x', 'y'], 'Name a unit and the new exercise: npm run new -- 1-tcp-servers my-exercise.'],
  [
    ['3-udp', 'x', '--role', 'sever'],
    '--role is "sever"; it must be server or client. Did you mean "server"?',
  ],
  [['3-udp', 'x', '--transport', 'sctp'], '--transport is "sctp"; it must be tcp or udp.'],
])('%j: %s', async (args, sentence) => {
  const { code, stdout, stderr } = await house.run(['new', ...args])
  expect({ code, stdout, stderr }).toEqual({ code: 2, stdout: '', stderr: expect.stringContaining(sentence) })
  expect(stderr.trimEnd().split('\n')).toHaveLength(1)
  expect(existsSync(at('exercises/3-udp/x'))).toBe(false)
})

test('a course file that cannot be edited safely is left alone, and the line to add is shown', async () => {
  const odd = read('exercises/course.ts').replace("exercises: ['udp-reply'", "exercises: [...['udp-reply']")
  const other = odd.replace(/\{\s*name: '3-udp'/, "{ // name: '3-udp', exercises: []\n name: '3-udp'")
  writeFileSync(at('exercises/course.ts'), other)
  const { code, stdout } = await house.run(['new', '3-udp', 'by-hand'])
  expect(stdout).toContain(
    "exercises/course.ts could not be edited safely: add 'by-hand' to the exercises of the unit '3-udp'.",
  )
  expect(code).toBe(0)
  expect(read('exercises/course.ts')).toBe(other)
})
