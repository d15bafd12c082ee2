import { once } from 'node:events'
import { utimesSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { ended, House } from './testing.ts'

const house = new House()
afterAll(() => house.remove())

const at = (...path: string[]) => join(house.root, ...path)
const tells = `
import sys
print('arguments', sys.argv[1:])
print('typed', sys.stdin.readline().strip())
sys.exit(7)
`
const python = '1-tcp-servers/accept-loop/python/server.py'
const typescript = '1-tcp-servers/accept-loop/typescript/server.ts'
const dave = house.submit('dave', { [python]: tells, [typescript]: 'console.log(process.argv.slice(2))\n' })
const broken = house.submit('broken', { [typescript]: 'const a = 1\nconst b = (a\nconsole.log(b)\n' })

async function type(args: readonly string[], line: string) {
  const child = house.start(['try', ...args])
  child.stdin?.end(line)
  return ended(child)
}

test('a program has the terminal, its arguments and its own exit code', async () => {
  const args = ['accept-loop', '--submission', dave, '--track', 'python', '12345', '--', '-v', '--track']
  const { code, stdout, stderr } = await type(args, 'hello\n')
  expect(stdout).toBe("arguments ['12345', '-v', '--track']\ntyped hello\n")
  expect(stderr).toBe(
    'python3 server.py 12345 -v --track    (submissions/dave/exercises/1-tcp-servers/accept-loop/python/server.py; Ctrl-C stops it)\n',
  )
  expect(code).toBe(7)
})

test.each([
  ['python', python],
  ['typescript', typescript],
])('of two begun languages the one changed last is started: %s', async (track, path) => {
  const [now, later] = [new Date(), new Date(Date.now() + 5000)]
  for (const each of [python, typescript])
    utimesSync(join(dave, 'exercises', each), now, each === path ? later : now)
  const { stderr, stdout } = await type(['accept-loop', '--submission', dave], '\n')
  const other = track === 'python' ? 'typescript' : 'python'
  expect(stderr).toContain(`${track} was changed last; --track ${other} starts the other.\n`)
  expect(stdout).toContain('12000')
})

test('without an attempt the stub is started, which is said', async () => {
  const { code, stdout, stderr } = await type(['tcp-upper-server'], '')
  expect(stderr).toContain(
    'Nothing is begun: this is the stub in typescript; --track python starts the other.\n',
  )
  expect(stdout).toBe('TODO: nothing listens on port 12000 yet\n')
  expect(code).toBe(0)
})

test('a program that does not parse is shown with its place', async () => {
  const { code, stdout, stderr } = await type(['accept-loop', '--submission', broken], '')
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
  expect(stderr).toBe(
    'submissions/broken/exercises/1-tcp-servers/accept-loop/typescript/server.ts:3:1: Expected ")" but found "console"\n' +
      'console.log(b)\n^\n',
  )
})

test('an entry that is missing or unreadable, and a language that is not there', async () => {
  const missing = await type(['udp-reply', '--submission', dave], '')
  expect(missing.stderr).toBe(
    'udp-reply cannot be started: There is no typescript/server.ts or python/server.py.\n',
  )
  writeFileSync(at('latin1'), '')
  const latin = house.submit('latin', { '3-udp/udp-reply/python/server.py': Buffer.from([0xff]) })
  const unreadable = await type(['udp-reply', '--submission', latin], '')
  expect(unreadable.stderr).toBe(
    'udp-reply cannot be started: python/server.py is not UTF-8 text; save it as UTF-8.\n',
  )
  const child = house.start(['try', 'accept-loop', '--submission', dave, '--track', 'python'], {
    env: { PATH: at('tmp') },
  })
  const absent = await ended(child)
  expect(absent.stderr).toMatch(/^There is no `python3` on your PATH\. Install [^\n]+\n$/)
  expect([missing.code, unreadable.code, absent.code]).toEqual([2, 2, 2])
})

test.each([
  ['SIGINT', 'python', 130],
  ['SIGTERM', 'typescript', 143],
] as const)('the reference program serves, and %s ends it and us', async (signal, track, code) => {
  const port = 32_000 + (process.pid % 350) * 2 + (track === 'python' ? 0 : 1)
  const child = house.start(['try', 'tcp-upper-server', '--solutions', '--track', track, String(port)])
  const end = ended(child)
  for (;;) {
    const client = connect(port, '127.0.0.1')
    const [event] = await Promise.race([
      once(client, 'connect').then(() => ['connect']),
      once(client, 'close').then(() => ['close']),
    ]).catch(() => ['error'])
    if (event !== 'connect') continue
    client.write('hello')
    expect(String(await once(client, 'data'))).toBe('HELLO')
    client.destroy()
    break
  }
  child.kill(signal)
  expect((await end).code).toBe(code)
})
