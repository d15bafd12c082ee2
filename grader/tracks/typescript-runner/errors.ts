import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inspect } from 'node:util'

const ours = basename(fileURLToPath(import.meta.url))

/** An error of the student's module as Node tells it, without a frame of the runner or of Node itself. */
export const textOf = (error: unknown): string =>
  inspect(error)
    .split('\n')
    .reduce((text, line) => text + (isForeign(line) ? (/ \{$/.exec(line)?.[0] ?? '') : `\n${line}`), '')
    .trimStart()

const isForeign = (line: string) =>
  /^\s+at /.test(line) && (line.includes(ours) || line.includes('node:internal'))

export const tellError = (error: unknown): void => void process.stderr.write(`${textOf(error)}\n`)
