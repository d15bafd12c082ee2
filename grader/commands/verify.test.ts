import { execFile } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

// The grader is graded: every stub, solution, alternative and mistake of the course, one test each.
const root = join(__dirname, '..', '..')
const cli = join(root, 'dist', 'cli.js')
const entry =
  /(^|\/)((server|client|relay|receiver|sender|proxy)\.(ts|py)|send-all\.ts|send_all\.py|answers\.(yaml|md))$/

type Output = {
  readonly audit: readonly string[]
  readonly rows: readonly { readonly name: string; readonly problems: readonly string[] }[]
}

const run = (args: readonly string[]): Promise<string> =>
  new Promise((resolve) => {
    execFile(
      process.execPath,
      [cli, 'verify', '--json', ...args],
      { maxBuffer: 64 * 1024 * 1024 },
      (_, stdout, stderr) => resolve(stdout || stderr),
    )
  })

const folders = (path: string) =>
  existsSync(path) ? readdirSync(path, { withFileTypes: true }).filter((each) => each.isDirectory()) : []

function programsBelow(path: string): string[] {
  return readdirSync(join(root, path), { recursive: true, encoding: 'utf8' })
    .filter((name) => entry.test(name))
    .map((name) => join(path, name))
}

const slugs = folders(join(root, 'exercises')).flatMap((unit) =>
  folders(join(root, 'exercises', unit.name)).map((exercise) => ({ unit: unit.name, slug: exercise.name })),
)

describe('verify', () => {
  let output: Output = { audit: ['verify printed nothing'], rows: [] }

  beforeAll(async () => {
    output = JSON.parse(await run([])) as Output
  }, 1_500_000)

  test('the files of the course agree with its declarations', () => expect(output.audit).toEqual([]))

  describe.each(slugs)('$slug', ({ unit, slug }) => {
    const programs = [
      ...programsBelow(join('exercises', unit, slug)),
      ...programsBelow(join('solutions', unit, slug)),
    ]

    test.each(programs)('%s is judged rightly', (name) => {
      const row = output.rows.find((each) => each.name === name)
      expect(row?.problems).toEqual([])
    })
  })
})
