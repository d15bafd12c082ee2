// Builds dist/: what the commands and Jest run, so that nothing is transpiled while a student waits.
import { build } from 'esbuild'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'

const common = { bundle: true, platform: 'node', target: 'node20', sourcemap: true, logLevel: 'warning' }
const esm = { ...common, format: 'esm', packages: 'external' }
// Large, and needed by the checks that explore only.
const fastCheck = './fast-check.cjs'
const lazily = {
  alias: { 'fast-check': fastCheck },
  external: ['esbuild', fastCheck],
  supported: { 'dynamic-import': false }, // Jest's require() is quicker than its import()
}
const cjs = { ...common, format: 'cjs', outExtension: { '.js': '.cjs' } }

const bundles = [
  { ...esm, entryPoints: { cli: 'grader/cli.ts' } },
  { ...esm, entryPoints: { socket: 'socket/index.ts' } },
  {
    ...esm,
    entryPoints: { 'module-runner': 'grader/tracks/typescript-runner/run.ts' },
    external: ['#socket'],
    // Its frames are told from a student's by its name.
    sourcemap: false,
  },
  { ...cjs, ...lazily, entryPoints: { grader: 'grader/index.ts' } },
  { ...cjs, sourcemap: false, entryPoints: { 'fast-check': 'fast-check' } },
  { ...cjs, entryPoints: { progress: 'grader/grading/progress.ts' } },
  { ...cjs, entryPoints: { transform: 'grader/grading/transform.ts' }, packages: 'external' },
]

mkdirSync('dist', { recursive: true })
const results = await Promise.all(
  bundles.map((options) => build({ ...options, outdir: 'dist', write: false })),
)

// Whole or not at all, and only when changed: a grade may be running meanwhile.
for (const { path, contents } of results.flatMap(({ outputFiles }) => outputFiles)) {
  if (existsSync(path) && readFileSync(path).equals(contents)) continue
  writeFileSync(`${path}.${process.pid}`, contents)
  renameSync(`${path}.${process.pid}`, path)
}
