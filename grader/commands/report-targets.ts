import { accessSync, constants, existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { Report } from '../model/report.ts'
import { suggestion } from '../course/nearest.ts'
import { reporters } from '../reporters/index.ts'
import { UsageError } from './usage.ts'

/** One `--report FORMAT[=FILE]`; FILE is `-` or absent for standard output. */
export type ReportTarget = { readonly format: string; readonly file: string }

/** Reads `--report` flags and makes sure, before anything is graded, that every file can be written. */
export function readTargets(flags: readonly string[]): ReportTarget[] {
  const targets = flags.map((flag) => {
    const [format = '', ...rest] = flag.split('=')
    if (!Object.hasOwn(reporters, format)) {
      const known = Object.keys(reporters)
      throw new UsageError(`There is no report format "${format}".${suggestion(format, known)} Formats: ${known.join(', ')}.`)
    }
    const file = rest.join('=')
    return { format, file: file === '' || file === '-' ? '-' : resolve(file) }
  })
  for (const { file } of targets) if (file !== '-') checkWritable(file)
  if (targets.filter(({ file }) => file === '-').length > 1) {
    throw new UsageError('Only one report can go to standard output; give the others a file: --report json=report.json.')
  }
  return targets
}

function checkWritable(file: string): void {
  const folder = dirname(file)
  try {
    mkdirSync(folder, { recursive: true })
    if (existsSync(file)) {
      if (statSync(file).isDirectory()) throw new UsageError(`The report ${file} is a folder; name a file.`)
      accessSync(file, constants.W_OK)
    }
    const probe = `${file}.part`
    writeFileSync(probe, '')
    rmSync(probe)
  } catch (error) {
    if (error instanceof UsageError) throw error
    const { code } = error as NodeJS.ErrnoException
    throw new UsageError(`The report ${file} cannot be written (${code}); nothing was graded. Name a file in a folder you may write to.`)
  }
}

/** Writes the report as it stands: each file whole or not at all, so that a killed run leaves what is finished. */
export function writeFiles(targets: readonly ReportTarget[], report: Report): void {
  for (const { format, file } of targets) {
    if (file === '-') continue
    const text = reporters[format]?.(report) ?? ''
    writeFileSync(`${file}.part`, text)
    renameSync(`${file}.part`, file)
  }
}
