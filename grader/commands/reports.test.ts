import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { report, type Report } from '../model/report.ts'
import { ended, House, until, type Ended } from './testing.ts'

const house = new House()
afterAll(() => house.remove())

const solutions = join(house.root, 'solutions')
const solution = (path: string) => readFileSync(join(solutions, path), 'utf8')
const hangs = `
import socket, sys
server = socket.create_server(('127.0.0.1', int(sys.argv[1])))
held = []
while True:
    held.append(server.accept())
`
const submission = house.submit('bob', {
  '3-udp/udp-reply/python/server.py': solution('3-udp/udp-reply/python/server.py'),
  '1-tcp-servers/tcp-upper-server/python/server.py': hangs,
})
const slow = house.submit('eve', {
  '1-tcp-servers/tcp-upper-server/python/server.py': hangs,
  '1-tcp-servers/accept-loop/python/server.py': hangs,
})

const parse = (path: string): Report => report.parse(JSON.parse(readFileSync(path, 'utf8')))

/** How many programs of a submission are running; only on Linux can that be told. */
function programsOf(folder: string): number {
  if (!existsSync('/proc')) return 0
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return pids.filter((pid) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
        .split('\0')
        .some((word) => word.startsWith(`${folder}/`))
    } catch {
      return false // gone already
    }
  }).length
}

describe('several reports of one grade', () => {
  const [json, text] = [join(house.root, 'out', 'deep', 'report.json'), join(house.root, 'out', 'report.txt')]
  const seen: Report[] = []
  let result: Ended

  beforeAll(async () => {
    const flags = ['json=-', `json=${json}`, `terminal=${text}`].flatMap((each) => ['--report', each])
    const child = house.start(['grade', '--submission', submission, ...flags])
    const looking = setInterval(() => {
      if (existsSync(json)) seen.push(parse(json))
    }, 5)
    result = await ended(child)
    clearInterval(looking)
  })

  test('standard output is the JSON report and nothing else', () => {
    const printed = report.parse(JSON.parse(result.stdout))
    expect(printed).toEqual(parse(json))
    expect(result.stderr).toBe('')
    expect(result.code).toBe(1)
  })

  test('it tells every exercise and check', () => {
    const { exercises, score, maxScore, undecided, submission: name } = parse(json)
    const states = exercises.map(({ slug, state, score: points }) => `${slug} ${state} ${points}`)
    expect(states.filter((each) => !each.includes('missing'))).toEqual([
      'tcp-upper-server graded 1',
      'udp-reply graded 10',
    ])
    expect(states).toContain('accept-loop missing 0')
    expect({ score, maxScore, undecided, name }).toEqual({
      score: 11,
      maxScore: 10 * exercises.length,
      undecided: 0,
      name: 'bob',
    })
  })

  test('the file was whole whenever somebody looked, and grew', () => {
    const counts = seen.map(({ exercises }) => exercises.reduce((sum, { checks }) => sum + checks.length, 0))
    expect(new Set(counts).size).toBeGreaterThan(2)
    expect(counts).toEqual([...counts].sort((a, b) => a - b))
    expect(counts[0]).toBeLessThan(counts.at(-1) ?? 0)
  })

  test('the terminal report went to its file, and no other file is left', () => {
    expect(readFileSync(text, 'utf8')).toContain('udp-reply')
    expect(readdirSync(join(house.root, 'out')).sort()).toEqual(['deep', 'report.txt'])
    expect(readdirSync(join(house.root, 'out', 'deep'))).toEqual(['report.json'])
    expect(readdirSync(join(house.root, 'tmp'))).toEqual([])
  })
})

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)(
  'after %s the file is whole, the temporary folder gone and nothing left running',
  async (signal, code) => {
    const file = join(house.root, `${signal}.json`)
    const child = house.start(['grade', '--submission', slow, '--report', `json=${file}`])
    const end = ended(child)
    await until(() => existsSync(file) && parse(file).exercises.some(({ checks }) => checks.length > 0))
    if (process.platform === 'linux') await until(() => programsOf(slow) > 0)
    child.kill(signal)
    expect(await end).toEqual({
      code,
      stdout: '',
      stderr: `Interrupted: what was graded so far is in ${file}.\n`,
    })
    expect(parse(file).submission).toBe('eve')
    expect(readdirSync(join(house.root, 'tmp'))).toEqual([])
    await until(() => programsOf(slow) === 0)
  },
)

test('a disk that fills up meanwhile: the report is printed, and one sentence says what is not written', async () => {
  const folder = join(house.root, 'full')
  const file = join(folder, 'report.json')
  const child = house.start(['grade', 'udp-reply', '--submission', submission, '--report', `json=${file}`])
  const end = ended(child)
  await until(() => existsSync(file))
  rmSync(folder, { recursive: true })
  const { code, stdout, stderr } = await end
  expect(stdout).toContain('udp-reply')
  expect(stderr).toBe(
    `The report ${file} could not be written (ENOENT); the report above is whole. Make room and grade again.\n`,
  )
  expect(code).toBe(3)
})
