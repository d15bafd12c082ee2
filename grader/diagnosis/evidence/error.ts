import type { Case } from '../../model/diagnosis.ts'
import type { ProgramError, ProgramFacts } from '../../model/program.ts'
import { plain } from './text.ts'

const longestSource = 100

/** `TypeError: a bytes-like object is required, not 'str'` */
export const show = ({ type, message }: ProgramError): string =>
  plain(message === '' ? type : `${type}: ${shortPaths(message)}`)

// Where a student's files lie while they are graded says nothing to anybody.
const shortPaths = (text: string) =>
  text.replace(/(?:file:\/\/)?(?:\/[^\s'"`:/]+){2,}\/([^\s'"`:/]+)/g, '…/$1')

/** ` at server.py:14: ` and the line itself, or nothing when no line of theirs is known. */
export function where(error: ProgramError | null): string {
  if (error?.place == null) return ''
  const source =
    error.source === null || error.source === '' ? '' : `: \`${plain(error.source, longestSource)}\``
  return ` at ${plain(error.place)}${source}`
}

/** `ENOTCONN at server.py:14: …`, for brackets. */
export const saying = (error: ProgramError): string => `${plain(error.code ?? error.type, 40)}${where(error)}`

/**
 * The error a program ended with. Where it was caught and only printed, the last line on standard error stands for it:
 * that is what a student had to read, too.
 */
export function errorOf({ error, exit, stderr }: ProgramFacts): ProgramError | null {
  if (error !== null || exit === null || exit.code === 0) return error
  const last = stderr.trimEnd().split('\n').at(-1)?.trim() ?? ''
  const code = /\bE[A-Z]{4,}\b/.exec(last)?.[0]
  if (code === undefined) return null
  return { type: 'Error', message: last.slice(0, 300), code, call: null, place: null, source: null }
}

/** How a program ended: `exit code 1`, `TypeError: … (exit code 1)`. */
export function howItEnded({ exit, error }: ProgramFacts): string {
  const code =
    exit === null
      ? 'still running'
      : exit.signal !== null
        ? `killed by ${plain(exit.signal)}`
        : `exit code ${exit.code}`
  return error === null ? code : `${show(error)} (${code})`
}

/** The address that a printed error names, such as `::1:12000` in `connect ECONNREFUSED ::1:12000`. */
export function addressPrinted({
  program,
}: Case): { readonly host: string | null; readonly port: number } | null {
  const found =
    /(\d+\.\d+\.\d+\.\d+|[0-9a-f]*:[0-9a-f:]*|\*|localhost):(\d+)\b|, port (\d+)|\bport:? (\d+)/.exec(
      program.stderr,
    )
  const port = found?.[2] ?? found?.[3] ?? found?.[4]
  return port === undefined ? null : { host: found?.[1] ?? null, port: Number(port) }
}
