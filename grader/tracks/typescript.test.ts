import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { buildSync } from 'esbuild'
import type { Ready } from '../model/target.ts'
import { typescript } from './typescript.ts'

const root = join(__dirname, '..', '..')
const home = realpathSync(mkdtempSync(join(tmpdir(), 'bundle-')))
const driver = join(root, '.cache', `prepare-${process.pid}.mjs`)
afterAll(() => {
  rmSync(home, { recursive: true })
  rmSync(driver)
})

type Prepared = Ready | { readonly thrown: string }
const waiting: [entry: string, scratch: string][] = []
let prepared: readonly Prepared[] = []

/** Declares a student's folder with these files; all are prepared at once, before the first test. */
function program(files: { readonly [name: string]: string }, more?: (folder: string) => void) {
  const [folder, scratch] = ['typescript', 'scratch'].map((name) =>
    join(home, String(waiting.length), name),
  ) as [string, string]
  for (const each of [folder, scratch]) mkdirSync(each, { recursive: true })
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  more?.(folder)
  const entry = join(folder, 'server.ts')
  const index = waiting.push([entry, scratch]) - 1
  return {
    entry,
    ready: () => prepared[index] ?? { thrown: 'it was not prepared' },
    run: () => run(prepared[index]),
  }
}

beforeAll(() => {
  const entryPoints = [join(__dirname, 'fixtures', 'prepare.ts')]
  buildSync({
    entryPoints,
    outfile: driver,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
  })
  const output = execFileSync(process.execPath, [driver, root, JSON.stringify(waiting)], { encoding: 'utf8' })
  prepared = JSON.parse(output) as Prepared[]
})

function run(ready: Prepared | undefined) {
  if (ready === undefined || !('command' in ready))
    return { stdout: '', stderr: JSON.stringify(ready), status: null }
  const { file, args } = ready.command
  const { stdout, stderr, status } = spawnSync(file, [...args, '12000'], {
    encoding: 'utf8',
    cwd: home,
    env: {},
  })
  return { stdout, stderr, status }
}

const prints = (stdout: string) => ({ stdout, stderr: '', status: 0 })

// Many small programs in one, because every start costs time.
const everything = program({
  'server.ts': `\uFEFFimport { AF_INET } from '#socket'\r\nimport net, { createServer } from 'node:net'
      import fs from 'fs'
      import { readFile } from 'node:fs/promises'
      import legacy = require('node:dgram')
      import data from './data.json' with { type: 'json' }
      import { helper } from './lib/helper.ts'
      import { bare } from './lib/bare'
      import './lib/bare.js'
      import { indexed } from './lib'
      const dgram = require('dgram')
      const { common } = require('./lib/common')
      enum Colour { Red = 7 }
      namespace Space { export const x = 1 }
      const wrong: number = 'a type error is the editor’s business'
      const logged = (value: unknown, context: { name: string }) => void console.log(context.name)
      class Decorated { @logged method() {} constructor(private readonly field = 2) {} value() { return this.field } }
      await new Promise((resolve) => setTimeout(resolve, 1))
      using_later()
      function using_later() { console.log(typeof __dirname, typeof __filename, typeof import.meta.url) }
      console.log(AF_INET !== undefined, typeof net.connect === typeof createServer, typeof fs.openSync, typeof readFile)
      console.log(dgram === legacy, data.n, helper(), bare, indexed, common, Colour.Red, Space.x, wrong.length, new Decorated().value())
      console.log(process.argv[2], import.meta.url === 'file://' + encodeURI(process.argv[1] ?? ''))\r\n`,
  'data.json': '{ "n": 3 }',
  'lib/helper.ts': "export const helper = () => 'helped'\n",
  'lib/bare.ts': 'export const bare = 1\n',
  'lib/index.ts': 'export const indexed = 4\n',
  'lib/common.js': 'exports.common = 2\n',
})

test('whatever Node and TypeScript offer can be used', () => {
  expect(everything.run()).toEqual(
    prints(
      'method\nstring string string\ntrue true function function\ntrue 3 helped 1 4 2 7 1 37 2\n12000 true\n',
    ),
  )
})

const surrounded = program({
  'server.ts': "import './effect.ts'\nimport net from 'net'\nconsole.log(typeof net.connect)\n",
  'effect.ts': "console.log('effect')\n",
  'tsconfig.json':
    '{ "extends": "/nowhere", "compilerOptions": { "paths": { "net": ["./fake.ts"], "#socket": ["./fake.ts"] }, "jsx": 7',
  'fake.ts': "throw new Error('not to be loaded')\n",
  'package.json':
    '{ "type": "commonjs", "sideEffects": false, "imports": { "#socket": "./fake.ts" }, "browser": { "net": "./fake.ts" } }',
  'node_modules/net/index.js': "throw new Error('not to be loaded')\n",
})
const broken = program({ 'server.ts': 'console.log(1)\n', 'package.json': '{ "type": ' })

test('what else lies in the folder has no say', () => {
  expect(surrounded.run()).toEqual(prints('effect\nfunction\n'))
  expect(broken.run()).toEqual(prints('1\n'))
})

const throws = program({ 'server.ts': 'type A = {\n  a: number\n}\n\nthrow new Error("boom")\n' })

test('an error has the line of the student’s own file', () => {
  const { stderr } = throws.run()
  expect(typescript.readError(stderr, throws.entry)).toMatchObject({ message: 'boom', place: 'server.ts:5' })
})

const refused = (path: string) =>
  `Cannot import "${path}": a program may import Node's own modules, '#socket' and files beside it.`

const wrong = [
  [
    'const a = 1\nconst b = (a\nconsole.log(b)\n',
    '3:1',
    'Expected ")" but found "console"',
    'console.log(b)\n^',
  ],
  ["const é = '日本' é\n", '1:16', 'Expected ";" but found "é"', `const é = '日本' é\n${' '.repeat(15)}^`],
  ['\tif (1 {\n', '1:8', 'Expected ")" but found "{"', '\tif (1 {\n\t      ^'],
  ['function f() {\n', '2:1', 'Unexpected end of file', '\n^'],
  [
    'const a = 1\r\nconst a = 2\r\n',
    '2:7',
    'The symbol "a" has already been declared',
    'const a = 2\n      ^',
  ],
  ["import './none.ts'\n", '1:8', 'Could not resolve "./none.ts"', "import './none.ts'\n       ^"],
  ["import './lib/broken.ts'\n", 'lib/broken.ts:1:9', 'Unexpected ";"', 'let x = ;\n        ^'],
  [
    `${' '.repeat(5000)}let = = 1\n`,
    '1:5007',
    'Unexpected "="',
    `${' '.repeat(154)}let = = 1\n${' '.repeat(160)}^`,
  ],
  ["import './fifo.ts'\n", '1:8', 'Cannot import "./fifo.ts": it is not an ordinary file.'],
  ["import './big.ts'\n", '1:8', 'Cannot import "./big.ts": it has 1048577 bytes; the limit is 1 MiB.'],
  ["import './link.ts'\n", '1:8', refused('./link.ts')],
  ["import '../outside.ts'\n", '1:8', refused('../outside.ts')],
  ["import '/etc/passwd'\n", '1:8', refused('/etc/passwd')],
  ["import '#grader'\n", '1:8', refused('#grader')],
  ["import _ from 'lodash'; _()\n", '1:15', refused('lodash')],
  ["const _ = require('lodash')\n", '1:19', refused('lodash')],
  ["await import('tsx/esm')\n", '1:14', refused('tsx/esm')],
] as const

const wrongPrograms = wrong.map(([text]) =>
  program({ 'server.ts': text, 'lib/broken.ts': 'let x = ;\n' }, (folder) => {
    writeFileSync(join(folder, '..', 'outside.ts'), 'export {}')
    writeFileSync(join(folder, 'big.ts'), '/'.repeat(1024 * 1024 + 1))
    symlinkSync(join(folder, '..', 'outside.ts'), join(folder, 'link.ts'))
    execFileSync('mkfifo', [join(folder, 'fifo.ts')])
  }),
)

test.each(wrong.map((row, i) => ({ text: row[0].trim(), row, i })))('$text', ({ row, i }) => {
  const [, at, message, excerpt] = row
  const place = at.includes('.') ? at : `server.ts:${at}`
  expect(wrongPrograms[i]?.ready()).toMatchObject({
    problem: { place, message, excerpt: excerpt ?? expect.any(String) },
  })
})

const full = program({ 'server.ts': 'console.log(1)\n' }, (folder) =>
  rmSync(join(folder, '..', 'scratch'), { recursive: true }),
)
const gone = program({})

test('what goes wrong on our side is not the student’s problem', () => {
  expect(full.ready()).toEqual({ thrown: expect.stringContaining('ENOENT') })
  expect(gone.ready()).toEqual({ thrown: expect.stringContaining('Cannot read file') })
})
