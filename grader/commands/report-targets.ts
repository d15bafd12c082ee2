import { existsSync, mkdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import type { Report } from '../model/report.ts'
import { suggestion } from '../course/nearest.ts'
import { reporters } from '../reporters/index.ts'
import { quoted, UsageError } from './usage.ts'

/** One `--report FORMAT[=FILE]`; FILE is `-` or absent for standard output. */
export type ReportTarget = { readonly format: string; readonly file: string }

/** Reads `--report` flags and makes sure, before anything is graded, that every file can be written. */
export function readTargets(flags: readonly string[]): ReportTarget[] {
  const targets = flags.map(readTarget)
  const printed = targets.filter(({ file }) => file === '-')
  if (printed.length > 1) {
    throw new UsageError(
      'Only one report can go to standard output; give the others a file: --report json=report.json.',
    )
  }
  const files = targets.filter(({ file }) => file !== '-').map(({ file }) => file)
  const twice = files.find((file, i) => files.indexOf(file) !== i)
  if (twice !== undefined)
    throw new UsageError(`Two reports would be written to ${twice}; give each a file of its own.`)
  return targets
}

function readTarget(flag: string): ReportTarget {
  const at = flag.indexOf('=')
  const [format, file] = at === -1 ? [flag, '-'] : [flag.slice(0, at), flag.slice(at + 1)]
  if (!Object.hasOwn(reporters, format)) {
    const known = Object.keys(reporters)
    throw new UsageError(
      `There is no report format ${quoted(format)}.${suggestion(format, known)} Formats: ${known.join(', ')}.`,
    )
  }
  if (file === '') {
    throw new UsageError(
      `The report ${format}= names no file; write ${format}=FILE, or ${format}=- to print it.`,
    )
  }
  return { format, file: file === '-' ? '-' : writable(resolve(file)) }
}

/** The file itself, behind links, once it is sure that it can be written. */
function writable(file: string): string {
  try {
    const stat = statSync(file, { throwIfNoEntry: false })
    if (stat?.isDirectory()) throw new UsageError(`The report ${file} is a folder; name a file in it.`)
    if (stat !== undefined && !stat.isFile()) {
      throw new UsageError(`The report ${file} is no ordinary file; use - to print it to standard output.`)
    }
    mkdirSync(dirname(file), { recursive: true })
    const real = stat === undefined ? join(realpathSync(dirname(file)), basename(file)) : realpathSync(file)
    writeWhole(real, null)
    return real
  } catch (error) {
    if (error instanceof UsageError) throw error
    const { code } = error as NodeJS.ErrnoException
    throw new UsageError(
      `The report ${quoted(file)} cannot be written (${code}), so nothing was graded. Name a file in a folder you may write to.`,
    )
  }
}

/** Writes the report as it stands, so that a killed run leaves what is finished. Throws what the disk said. */
export function writeFiles(targets: readonly ReportTarget[], report: Report): void {
  const failures = targets
    .filter(({ file }) => file !== '-')
    .flatMap(({ format, file }) => {
      try {
        writeWhole(file, reporters[format]?.(report) ?? '')
        return []
      } catch (error) {
        return [error]
      }
    })
  if (failures.length > 0) throw failures[0]
}

/** Writes a file whole or not at all; with `null` it only tries whether that would work. */
function writeWhole(file: string, text: string | null): void {
  const part = `${file}.${process.pid}.part`
  try {
    writeFileSync(part, text ?? '')
    if (text !== null) renameSync(part, file)
  } finally {
    if (existsSync(part)) rmSync(part)
  }
}
