// What a grade costs beside the least it could cost: npm run bench [-- ROUNDS]
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'

const rounds = Number(process.argv[2] ?? 7)
const root = process.cwd()
const exercise = '1-tcp-servers/tcp-upper-server'
const scratch = mkdtempSync(join(tmpdir(), 'doorway-bench-'))

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]
const wall = (file, args) => {
  const startedMs = performance.now()
  const { status, stderr } = spawnSync(file, args, { cwd: root, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${file} ${args.join(' ')} exited with ${status}: ${stderr}`)
  return performance.now() - startedMs
}

function submissionOf(track, file) {
  const home = join(scratch, track)
  mkdirSync(join(home, 'exercises', exercise, track), { recursive: true })
  cpSync(join(root, 'solutions', exercise, track, file), join(home, 'exercises', exercise, track, file))
  return home
}

const python = execFileSync('python3', ['-c', 'import sys; print(sys.executable)'], {
  encoding: 'utf8',
}).trim()
const bundle = join(scratch, 'server.mjs')
await build({
  entryPoints: [join(root, 'solutions', exercise, 'typescript/server.ts')],
  outfile: bundle,
  bundle: true,
  format: 'esm',
  platform: 'node',
  alias: { '#socket': join(root, 'dist/socket.js') },
})

const empty = join(scratch, 'empty')
mkdirSync(empty)
writeFileSync(join(empty, 'checks.test.ts'), `test('nothing', () => {})\n`)
writeFileSync(join(empty, 'modules.test.ts'), `import '#grader'\ntest('nothing', () => {})\n`)
const jestOf = (name) => {
  const config = {
    rootDir: empty,
    roots: [empty],
    testMatch: [join(empty, name)],
    transform: { '\\.ts$': join(root, 'dist/transform.cjs') },
    moduleNameMapper: { '^#grader$': join(root, 'dist/grader.cjs') },
    reporters: [[join(root, 'dist/progress.cjs'), {}]],
    watchman: false,
    globals: { doorway: {} },
  }
  const script = `import('@jest/core').then(({ runCLI }) => runCLI({ $0: '', _: [], config: ${JSON.stringify(JSON.stringify(config))} }, ['.']))`
  return () => wall(process.execPath, ['-e', script])
}

const grade = (track, file) => {
  const home = submissionOf(track, file)
  return () => wall('npm', ['run', '-s', 'grade', '--', 'tcp-upper-server', '--submission', home])
}
const floor =
  (window, ...command) =>
  () =>
    Number(
      execFileSync(process.execPath, ['bench/floor.js', window, ...command], { cwd: root, encoding: 'utf8' }),
    )

const measures = {
  'floor python, 300 ms window': floor('window', python, '-u', `solutions/${exercise}/python/server.py`),
  'floor python, until the end': floor('end', python, '-u', `solutions/${exercise}/python/server.py`),
  'grade python': grade('python', 'server.py'),
  'floor typescript, 300 ms window': floor('window', process.execPath, bundle),
  'floor typescript, until the end': floor('end', process.execPath, bundle),
  'grade typescript': grade('typescript', 'server.ts'),
  'node alone': () => wall(process.execPath, ['-e', '0']),
  'npm run alone': () => wall('npm', ['run', '-s', 'list']),
  'jest, empty check file': jestOf('checks.test.ts'),
  'jest, with #grader': jestOf('modules.test.ts'),
}

const results = Object.fromEntries(Object.keys(measures).map((name) => [name, []]))
for (let round = 0; round <= rounds; round++) {
  for (const [name, measure] of Object.entries(measures)) {
    const ms = measure()
    if (round > 0) results[name].push(ms) // the first round warms caches
  }
}
rmSync(scratch, { recursive: true, force: true })

const at = Object.fromEntries(Object.entries(results).map(([name, all]) => [name, median(all)]))
console.log(
  `medians of ${rounds}, ${cpus().length} cores, Node ${process.version}, wall time in ms (least to most)\n`,
)
for (const [name, all] of Object.entries(results)) {
  console.log(
    `${name.padEnd(34)} ${at[name].toFixed(0).padStart(6)}   ${Math.min(...all).toFixed(0)} to ${Math.max(...all).toFixed(0)}`,
  )
}
for (const track of ['python', 'typescript']) {
  const ratio = (window) => (at[`grade ${track}`] / at[`floor ${track}, ${window}`]).toFixed(2)
  console.log(
    `\n${track}: grade is ${ratio('300 ms window')} x the floor with the window, ${ratio('until the end')} x the one without`,
  )
}
console.log(
  `\nan empty check file costs ${(at['jest, empty check file'] - at['node alone']).toFixed(0)} ms over bare node,`,
)
console.log(
  `#grader ${(at['jest, with #grader'] - at['jest, empty check file']).toFixed(0)} ms more; npm and reading the course cost ${at['npm run alone'].toFixed(0)} ms`,
)
