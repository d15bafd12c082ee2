import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  mkdirSync,
  openSync,
  closeSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createServer, type Server } from 'node:net'
import { join } from 'node:path'
import { report, type Report } from '../model/report.ts'
import { House } from './testing.ts'

// Faults of the machine: one sentence, what can be graded is graded, and no point is lost.
const house = new House()
afterAll(() => house.remove())

const at = (...path: string[]) => join(house.root, ...path)
const solution = (path: string) => readFileSync(at('solutions', path), 'utf8')
const submission = house.submit('carol', {
  '3-udp/udp-reply/python/server.py': solution('3-udp/udp-reply/python/server.py'),
  '3-udp/udp-upper-server/typescript/server.ts': solution('3-udp/udp-upper-server/typescript/server.ts'),
  '3-udp/udp-upper-server/python/server.py': solution('3-udp/udp-upper-server/python/server.py'),
})
const parse = (text: string): Report => report.parse(JSON.parse(text))
const own = ['grade', 'udp-reply', '--submission', submission]

/** A folder for PATH with nothing in it but a `python3`; without a script there is none. */
function pathWith(name: string, script?: string): string {
  const folder = at('path', name)
  mkdirSync(folder, { recursive: true })
  if (script === undefined) return folder
  writeFileSync(join(folder, 'python3'), `#!/bin/sh\n${script}\n`)
  chmodSync(join(folder, 'python3'), 0o755)
  return folder
}

const install =
  'Install Python 3.8 or newer from https://www.python.org/downloads/ and see that `python3 --version` shows it.'
const notGraded = 'Not graded in python: udp-reply; no points are lost.'

test('without Python the TypeScript programs are graded, and the others listed as undecided', async () => {
  const args = ['grade', 'udp-reply', 'udp-upper-server', '--submission', submission, '--report', 'json']
  const { code, stdout, stderr } = await house.run(args, { env: { PATH: pathWith('none') } })
  expect(stderr).toBe(`There is no \`python3\` on your PATH. ${install} ${notGraded}\n`)
  expect(code).toBe(2)
  const { exercises, undecided, score } = parse(stdout)
  expect({ undecided, score }).toEqual({ undecided: 10, score: 10 })
  expect(exercises).toMatchObject([
    { slug: 'udp-reply', track: 'python', state: 'grader-error', score: 0, undecided: 10, checks: [] },
    { slug: 'udp-upper-server', track: 'typescript', state: 'graded', score: 10, undecided: 0 },
  ])
  for (const { reason } of exercises) expect(reason).toContain('There is no `python3` on your PATH.')
})

test.concurrent.each([
  ['is broken', 'echo oops >&2; exit 127', '`python3` does not work here (it ended with exit code 127).'],
  ['is killed', 'kill -9 $$', '`python3` does not work here (it ended with a signal).'],
  ['is too old', 'echo /usr/bin/python; echo 2 7', '`python3` is Python 2.7, which is too old.'],
  ['is nearly new enough', 'echo /usr/bin/python; echo 3 7', '`python3` is Python 3.7, which is too old.'],
  ['is something else', 'echo hello', '`python3` is no Python that works here.'],
])('a python3 that %s', async (name, script, sentence) => {
  const { code, stdout, stderr } = await house.run([...own, '--report', 'json'], {
    env: { PATH: pathWith(name, script) },
  })
  expect(stderr).toBe(`${sentence} ${install} ${notGraded}\n`)
  expect(parse(stdout)).toMatchObject({ score: 0, maxScore: 10, undecided: 10 })
  expect(code).toBe(2)
})

test('a port range that is fully taken leaves points undecided', async () => {
  const first = 33_000 + 100 * (process.pid % 100)
  const servers: Server[] = []
  for (let port = first; port < first + 100; port++) {
    const server = createServer().listen(port, '127.0.0.1')
    server.on('error', () => {}) // somebody else has it: just as well
    servers.push(server)
  }
  const range = `${first}-${first + 99}`
  const { code, stdout, stderr } = await house.run([...own, '--report', 'json'], {
    env: { DOORWAY_PORTS: range },
  })
  for (const server of servers) server.close()
  expect(stderr).toBe(
    `10 points are undecided, none is lost; first in udp-reply: No free port between ${first} and ${first + 99}. ` +
      'Stop what listens there, or name another range: DOORWAY_PORTS=21000-22999.\n',
  )
  expect(code).toBe(3)
  const { exercises } = parse(stdout)
  expect(exercises[0]?.checks.map(({ verdict }) => verdict)).toEqual(Array(4).fill('inconclusive'))
})

test.concurrent('on a Node that is too old one sentence says so', async () => {
  const old = at('old-node.cjs')
  writeFileSync(
    old,
    `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '18.19.1' } })`,
  )
  const { code, stdout, stderr } = await house.run(['list'], { node: ['--require', old] })
  expect({ stdout, code }).toEqual({ stdout: '', code: 2 })
  expect(stderr).toMatch(
    /^Doorway needs Node 20\.19 or newer; this is v\S+ Install one from https:\/\/nodejs\.org\/\.\n$/,
  )
})

test.concurrent('a temporary folder that cannot be used', async () => {
  const { code, stderr } = await house.run(own, { env: { TMPDIR: at('nowhere') } })
  expect(stderr).toBe(
    `The temporary folder ${at('nowhere')} cannot be used (ENOENT). Set TMPDIR to one with free space.\n`,
  )
  expect(code).toBe(3)
})

test.concurrent('a standard output that is full', () => {
  const full = openSync('/dev/full', 'w')
  const { status, stderr } = spawnSync(process.execPath, [at('dist', 'cli.js'), 'list'], {
    stdio: ['ignore', full, 'pipe'],
    encoding: 'utf8',
  })
  closeSync(full)
  expect(stderr).toMatch(/^[^\n]*ENOSPC[^\n]*\n$/)
  expect(status).toBe(3)
  return Promise.resolve()
})

test.concurrent('a reader that leaves early is no error', () => {
  const { stderr } = spawnSync(
    '/bin/sh',
    ['-c', `"${process.execPath}" "${at('dist', 'cli.js')}" list | true`],
    { encoding: 'utf8' },
  )
  expect(stderr).toBe('')
  return Promise.resolve()
})

test('a house that cannot keep its cache works without', async () => {
  rmSync(at('.cache'), { recursive: true, force: true })
  writeFileSync(at('.cache'), 'a file, where a folder should be')
  const { code, stdout, stderr } = await house.run(['list'])
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).toContain('accept-loop')
  rmSync(at('.cache'))
})

// Root may read everything, so the command is started as somebody else.
const root = process.getuid?.() === 0
const nobody = 65_534

;(root ? test : test.skip)('folders that may not be read', async () => {
  chmodSync(house.root, 0o755)
  const locked = house.submit('locked', { '3-udp/udp-reply/python/server.py': 'print(1)\n' })
  const options = { uid: nobody, env: { TMPDIR: '/tmp' } }
  symlinkSync(locked, at('way-in'))
  chmodSync(join(locked, 'exercises', '3-udp', 'udp-reply'), 0o700)
  const inside = await house.run(['grade', 'udp-reply', '--submission', locked], options)
  expect(inside.stdout).toContain(
    'python/server.py may not be read (EACCES); give everybody read permission.',
  )
  expect({ code: inside.code, stderr: inside.stderr }).toEqual({ code: 1, stderr: '' })
  chmodSync(locked, 0o700)
  const outside = await house.run(['grade', 'udp-reply', '--submission', at('way-in')], options)
  expect(outside.stderr).toMatch(/^The submission cannot be read: .*way-in \(EACCES\)\. [^\n]+\n$/)
  expect(outside.code).toBe(2)
  const unwritten = await house.run(['grade', 'udp-reply', '--report', `json=${at('report.json')}`], options)
  expect(unwritten.stderr).toMatch(/^The report .* cannot be written \(EACCES\), so nothing was graded\./)
  expect(unwritten.code).toBe(2)
})
