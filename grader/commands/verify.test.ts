import { execFile } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDrawn, template } from './messages/template.ts'

// The grader is graded: every stub, solution, alternative and mistake of the course, one test each.
const root = join(__dirname, '..', '..')
const cli = join(root, 'dist', 'cli.js')
const entry =
  /(^|\/)((server|client|relay|receiver|sender|proxy)\.(ts|py)|send-all\.ts|send_all\.py|answers\.(yaml|md))$/

type Output = {
  readonly audit: readonly string[]
  readonly rows: readonly Row[]
}
type Row = {
  readonly name: string
  readonly problems: readonly string[]
  readonly failures: readonly { readonly id: string; readonly message: string; readonly hint: string }[]
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

const page = readFileSync(join(root, 'docs', 'messages.md'), 'utf8')

/** What docs/messages.md has about a mistake. */
function sectionOf(slug: string, mistake: string): string {
  const chapter = page.split(/^## /m).find((each) => each.startsWith(`${slug}\n`)) ?? ''
  return chapter.split(/^### /m).find((each) => each.startsWith(`${mistake}\n`)) ?? ''
}

const partsOf = (name: string) => /^solutions\/[^/]+\/([^/]+)\/mistakes\/([^/]+)\//.exec(name)?.slice(1) ?? []

/** What was said about a mistake and is not on the page in these words. */
function unsaid({ name, failures }: Row): string[] {
  const [slug = '', mistake = ''] = partsOf(name)
  const section = template(sectionOf(slug, mistake))
  const said = failures.flatMap(({ message, hint }) => (isDrawn(message) ? [] : [message, hint]))
  return said.filter((text) => !section.includes(template(text).trim()))
}

describe('verify', () => {
  let output: Output = { audit: ['verify printed nothing'], rows: [] }
  let stale: string[] = []

  beforeAll(async () => {
    output = JSON.parse(await run([])) as Output
    stale = output.rows.flatMap((row) => unsaid(row))
  }, 1_500_000)

  test('docs/messages.md says what the grader says; `npm run messages` writes it anew', () =>
    // What happened first on a busy machine, or what was drawn, may change the words of one or two.
    expect(stale.length > output.rows.length / 50 ? stale : []).toEqual([]))

  test('docs/messages.md has no mistake that is gone', () => {
    const known = output.rows.map(({ name }) => partsOf(name).join(' '))
    const listed = page
      .split(/^## /m)
      .flatMap((chapter) =>
        [...chapter.matchAll(/^### (\S+)$/gm)].map(([, name]) => `${chapter.split('\n', 1)[0]} ${name}`),
      )
    expect(listed.filter((each) => !known.includes(each))).toEqual([])
  })

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
