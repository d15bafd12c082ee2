// Builds dist/: what the commands and Jest run, so that nothing is transpiled while a student waits.
import { build } from 'esbuild'
import { existsSync } from 'node:fs'

const common = { bundle: true, platform: 'node', target: 'node20', sourcemap: true, logLevel: 'warning' }
const esm = { ...common, format: 'esm', packages: 'external' }
const cjs = { ...common, format: 'cjs', outExtension: { '.js': '.cjs' } }

const bundles = [
  { ...esm, entryPoints: { cli: 'grader/cli.ts' } },
  { ...esm, entryPoints: { socket: 'socket/index.ts' } },
  { ...cjs, entryPoints: { grader: 'grader/index.ts' }, external: ['esbuild'] },
  { ...cjs, entryPoints: { progress: 'grader/grading/progress.ts' } },
  { ...cjs, entryPoints: { transform: 'grader/grading/transform.ts' }, packages: 'external' },
]

await Promise.all(
  bundles
    .filter(({ entryPoints }) => Object.values(entryPoints).every((entry) => existsSync(entry)))
    .map((options) => build({ ...options, outdir: 'dist' })),
)
