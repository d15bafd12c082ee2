import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { builtinModules } from 'node:module'

const root = join(__dirname, '..')

/** What each folder may import, of ours. The table of the house (docs/architecture.md). */
const floors: { readonly [folder: string]: readonly string[] } = {
  'grader/model': [],
  'grader/harness': ['grader/model'],
  'grader/diagnosis': ['grader/model'],
  'grader/tracks': ['grader/model'],
  'grader/questions': ['grader/model'],
  'grader/reporters': ['grader/model'],
  'grader/course': ['grader/model', 'grader/tracks'],
  'grader/checks': [
    'grader/harness',
    'grader/diagnosis',
    'grader/questions',
    'grader/tracks',
    'grader/model',
  ],
  'grader/grading': ['grader/course', 'grader/tracks', 'grader/model'],
  'grader/commands': ['grader/reporters', 'grader/grading', 'grader/course', 'grader/tracks', 'grader/model'],
  socket: [],
}

const filesIn = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name))

const importsOf = (file: string): string[] => {
  const text = readFileSync(join(root, file), 'utf8')
  const patterns = [
    /^\s*(?:import|export)\b[^'"]*?from\s*['"]([^'"]+)['"]/gm,
    /^\s*import\s*['"]([^'"]+)['"]/gm,
    /\bimport\(\s*['"]([^'"]+)['"]/g,
  ]
  return patterns.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match[1] ?? ''))
}

const isTest = (file: string) => /\.test\.ts$|\/testing\.ts$|\/(fixtures|conformance)\//.test(file)

/** The folder of ours an import leads to, or null when it leads elsewhere. */
function target(file: string, specifier: string): string | null {
  if (!specifier.startsWith('.')) return null
  const path = relative(root, join(root, dirname(file), specifier))
  return Object.keys(floors).find((folder) => path.startsWith(folder + sep)) ?? path
}

describe.each(Object.entries(floors))('%s', (folder, allowed) => {
  // Templates of `new` are exercises, not part of the floor they lie on.
  const files = filesIn(folder).filter(
    (file) => !isTest(file) && !file.startsWith('grader/commands/new/templates'),
  )

  test('has files, and they import only what their floor may', () => {
    const astray = files.flatMap((file) =>
      importsOf(file)
        .map((specifier) => target(file, specifier))
        .filter((reached) => reached !== null && reached !== folder && !allowed.includes(reached))
        .map((reached) => `${file} imports ${reached}`),
    )
    expect(files).not.toEqual([])
    expect(astray).toEqual([])
  })
})

test('the model imports no module of Node', () => {
  const builtins = new Set(builtinModules)
  const used = filesIn('grader/model').flatMap((file) =>
    importsOf(file).filter((name) => name.startsWith('node:') || builtins.has(name)),
  )
  expect(used).toEqual([])
})

test('#socket imports nothing but Node', () => {
  const used = filesIn('socket')
    .filter((file) => !isTest(file) && !file.startsWith('socket/conformance'))
    .flatMap(importsOf)
  expect(used.filter((name) => !name.startsWith('node:') && !name.startsWith('./'))).toEqual([])
})

test('exercises import #grader and their own folder; solutions also their exercise.ts, as types', () => {
  const outside = (file: string, specifier: string) =>
    specifier.startsWith('..') && !/exercises\/.*\/exercise\.ts$/.test(specifier)
  const checks = [...filesIn('exercises'), ...filesIn('solutions')].filter((file) =>
    /(exercise|checks\.test|mistakes)\.ts$/.test(file),
  )
  expect(
    checks.flatMap((file) =>
      importsOf(file).filter((name) => outside(file, name) || (!name.startsWith('.') && name !== '#grader')),
    ),
  ).toEqual([])
})

test('source files stay short', () => {
  const long = ['grader', 'socket', 'bench']
    .flatMap(filesIn)
    .filter((file) => readFileSync(join(root, file), 'utf8').split('\n').length > 201)
  expect(long).toEqual([])
})
