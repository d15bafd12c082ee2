import { buildSync } from 'esbuild'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { conversations, type Conversation } from './conformance/conversations.ts'
import { gaps } from './conformance/gaps.ts'
import { Program } from './conformance/program.ts'
import { Stage } from './conformance/stage.ts'

const folder = mkdtempSync(join(tmpdir(), 'doorway-conformance-'))
const bundle = join(folder, 'driver.mjs')
const python = process.env['PYTHON'] ?? 'python3'

const drivers = {
  python: [python, join(__dirname, 'conformance/driver.py')],
  socket: [process.execPath, bundle],
} as const
const programs = new Map<string, Program>()

async function play(conversation: Conversation, side: keyof typeof drivers): Promise<string[]> {
  const [command, file] = drivers[side]
  const program = programs.get(side) ?? new Program(command, [file])
  programs.set(side, program)
  const stage = new Stage(program)
  try {
    await conversation(stage)
    await stage.end()
    return stage.events
  } catch (error) {
    programs.delete(side)
    await program.end()
    throw new Error(`${side}, after:\n  ${stage.events.join('\n  ')}`, { cause: error })
  }
}

beforeAll(() => {
  buildSync({
    entryPoints: [join(__dirname, 'conformance/driver.ts')],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
  })
})

afterAll(async () => {
  await Promise.all([...programs.values()].map((program) => program.end()))
  rmSync(folder, { recursive: true })
})

test('Python is there to compare with', () => {
  const { error, stdout } = spawnSync(python, ['--version'], { encoding: 'utf8' })
  expect(error ? `${python} cannot be started: install Python 3.8 or newer, or set PYTHON` : stdout).toMatch(
    /^Python 3/,
  )
})

describe('#socket does what Python does', () => {
  test.each(Object.entries(conversations))(
    '%s',
    async (name, conversation) => {
      const theirs = await play(conversation, 'python')
      const ours = await play(conversation, 'socket')
      const differences = theirs.flatMap((event, index) =>
        event === ours[index] ? [] : [{ python: event, socket: ours[index] }],
      )
      expect(ours).toHaveLength(theirs.length)
      expect(differences).toEqual(gaps[name] ?? [])
    },
    60_000,
  )
})

test('every documented gap belongs to a conversation', () => {
  expect(Object.keys(conversations)).toEqual(expect.arrayContaining(Object.keys(gaps)))
})
