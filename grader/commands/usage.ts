import { parseArgs, type ParseArgsConfig } from 'node:util'
import { suggestion } from '../course/nearest.ts'

/** Wrong usage: one sentence with the next step; exit code 2. */
export class UsageError extends Error {}

type Options = NonNullable<ParseArgsConfig['options']>

export function fail(code: 2 | 3, message: string): 2 | 3 {
  process.stderr.write(`${message}\n`)
  return code
}

/** Parses a command's flags and operands; an unknown flag suggests the nearest known one. */
export function readArgs<const O extends Options>(args: readonly string[], options: O) {
  const known = Object.keys(options)
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    return { values, operands: positionals }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    const flag = args.find((arg) => arg.startsWith('--') && !known.includes(arg.slice(2).replace(/=.*$/s, '')))
    if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION' && flag !== undefined) {
      const list = known.length === 0 ? 'It takes no flags.' : `Known flags: ${known.map((each) => `--${each}`).join(' ')}.`
      throw new UsageError(`Unknown flag ${flag}.${suggestion(flag.replace(/=.*$/s, ''), known.map((each) => `--${each}`))} ${list}`)
    }
    throw new UsageError(message.split('. To specify')[0] ?? message)
  }
}
