import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { report, type Report } from '../model/report.ts'
import { House } from './testing.ts'

// A submission that holds about everything that can go wrong with files, graded once.
const house = new House()
afterAll(() => house.remove())

const at = (...path: string[]) => join(house.root, ...path)
const folder = house.submit('mallory', {
  '1-tcp-servers/tcp-upper-server/python/server.py': '\uFEFF\r\n',
  '2-tcp-clients/tcp-upper-client/typescript/client.ts': Buffer.from('const a = "é"', 'latin1'),
  '3-udp/udp-upper-server/shared/any-name.py': readFileSync(
    at('solutions/3-udp/udp-upper-server/python/server.py'),
  ),
  'package.json': '{ "scripts": { "prepare": "touch loaded" } ',
})
const mine = (...path: string[]) => join(folder, 'exercises', ...path)
writeFileSync(join(folder, 'jest.config.js'), "require('node:fs').writeFileSync('loaded', '')")

// Inside: a FIFO, and a link to a program elsewhere in the submission. Outside: a whole exercise.
mkdirSync(mine('1-tcp-servers/accept-loop/typescript'), { recursive: true })
execFileSync('mkfifo', [mine('1-tcp-servers/accept-loop/typescript/server.ts')])
mkdirSync(mine('3-udp/udp-upper-server/python'))
symlinkSync('../shared/any-name.py', mine('3-udp/udp-upper-server/python/server.py'))
symlinkSync(at('solutions/3-udp/udp-reply'), mine('3-udp/udp-reply'))
// The stub as another system's editor saves it, and one that does not parse.
mkdirSync(mine('3-udp/udp-upper-client/python'), { recursive: true })
cpSync(at('exercises/3-udp/udp-upper-client/python'), mine('3-udp/udp-upper-client/python'), {
  recursive: true,
})
const stub = mine('3-udp/udp-upper-client/python/client.py')
writeFileSync(stub, `\uFEFF${readFileSync(stub, 'utf8').replaceAll('\n', '  \r\n')}\r\n`)
mkdirSync(mine('2-tcp-clients/tcp-upper-client/python'))
writeFileSync(mine('2-tcp-clients/tcp-upper-client/python/client.py'), '#'.repeat(1024 * 1024 + 1))

test('what can be read is graded, the rest has a state and a reason', async () => {
  const { code, stdout, stderr } = await house.run(['grade', '--submission', folder, '--report', 'json'])
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
  const parsed: Report = report.parse(JSON.parse(stdout))
  const seen = parsed.exercises.map(({ slug, state, score, reason }) => [slug, state, score, reason])
  expect(seen.filter(([, state]) => state !== 'missing')).toEqual([
    ['accept-loop', 'unreadable', 0, 'typescript/server.ts is a FIFO, not a file.'],
    ['tcp-upper-server', 'not-started', 0, 'python/server.py is empty.'],
    [
      'tcp-upper-client',
      'unreadable',
      0,
      'typescript/client.ts is not UTF-8 text; save it as UTF-8. python/client.py has 1048577 bytes; the limit is 1 MiB.',
    ],
    [
      'udp-reply',
      'unreadable',
      0,
      'typescript/server.ts lies behind a link that leaves the submission. python/server.py lies behind a link that leaves the submission.',
    ],
    ['udp-upper-server', 'graded', 10, ''],
    ['udp-upper-client', 'not-started', 0, 'The stub is unchanged.'],
  ])
  expect(parsed).toMatchObject({ score: 10, maxScore: 10 * parsed.exercises.length, undecided: 0 })
})

test('a path to an exercise names it, as a shell completes it, and --track leaves out what lacks the track', async () => {
  const args = [
    'grade',
    'exercises/3-udp/udp-upper-client/',
    '1-tcp-servers/accept-loop',
    '--submission',
    folder,
  ]
  const { stdout, code } = await house.run([...args, '--track', 'typescript', '--report', 'json'])
  const { exercises, maxScore } = report.parse(JSON.parse(stdout))
  expect(exercises).toMatchObject([
    { slug: 'accept-loop', state: 'unreadable', reason: 'typescript/server.ts is a FIFO, not a file.' },
    { slug: 'udp-upper-client', state: 'missing', reason: 'There is no typescript/client.ts.' },
  ])
  expect({ maxScore, code }).toEqual({ maxScore: 20, code: 1 })
})

test('list fits a terminal of 80 columns', async () => {
  const { stdout, code } = await house.run(['list'])
  expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80)
  expect(stdout).toMatch(/^ {2}udp-reply +10 {2}not started {2}Reply to the address recvfrom\(\) retur…$/m)
  expect(code).toBe(0)
})
