// The whole module, not one name of it: an old Node without parseArgs must still get as far as saying that it is old.
import util, { type ParseArgsConfig } from 'node:util'
import { suggestion } from '../course/nearest.ts'

/** Wrong usage: one sentence with the next step; exit code 2. */
export class UsageError extends Error {}

type Options = NonNullable<ParseArgsConfig['options']>

export function fail(code: 2 | 3, message: string): 2 | 3 {
  process.stderr.write(`${message}\n`)
  return code
}

/** What a person gave, as it is quoted in a sentence. */
export const quoted = (text: string): string => `"${text.length > 60 ? `${text.slice(0, 60)}…` : text}"`

/**
 * Parses a command's flags and operands; an unknown flag suggests the nearest known one. Behind `--` nothing is a
 * flag; only a command that hands its operands on (`anyOperands`) has a use for operands that look like one.
 */
export function readArgs<const O extends Options>(args: readonly string[], options: O, anyOperands = false) {
  refuseSwallowed(options)
  const given = { args: [...args], options, allowPositionals: true } as const
  const { tokens } = util.parseArgs({ ...given, strict: false, tokens: true })
  const seen = new Set<string>()
  for (const token of tokens) {
    if (token.kind === 'option') {
      checkFlag(token, args[token.index] ?? token.rawName, options, seen)
    } else if (token.kind === 'positional' && token.value.startsWith('-') && !anyOperands) {
      throw new UsageError(
        `${quoted(token.value)} stands behind --, where nothing is a flag. Write one -- only, before all flags.`,
      )
    }
  }
  const { values, positionals } = util.parseArgs(given)
  return { values, operands: positionals }
}

type Flag = { name: string; rawName: string; value: string | undefined; inlineValue: boolean | undefined }

function checkFlag(
  { name, rawName, value, inlineValue }: Flag,
  typed: string,
  options: Options,
  seen: Set<string>,
) {
  const option = Object.hasOwn(options, name) ? options[name] : undefined
  if (option === undefined) throw unknownFlag(typed.replace(/=.*$/s, ''), Object.keys(options))
  if (option.type === 'boolean' && value !== undefined) {
    throw new UsageError(`The flag ${rawName} takes no value; write ${rawName} alone.`)
  }
  const looksLikeFlag = inlineValue !== true && value !== undefined && /^-./.test(value)
  if (option.type === 'string' && (value === undefined || value === '' || looksLikeFlag)) {
    throw new UsageError(`The flag ${rawName} needs a value: ${rawName} VALUE.`)
  }
  if (option.multiple !== true && seen.has(name)) {
    throw new UsageError(`The flag ${rawName} is given more than once; only one of them can hold.`)
  }
  seen.add(name)
}

function unknownFlag(flag: string, known: readonly string[]): UsageError {
  const flags = known.map((each) => `--${each}`)
  const list = flags.length === 0 ? 'This command takes no flags.' : `Known flags: ${flags.join(' ')}.`
  return new UsageError(`Unknown flag ${quoted(flag)}.${suggestion(flag, flags)} ${list}`)
}

// Flags that people also keep in their .npmrc, for other tools.
const npmsOwn = new Set(['jobs', 'json', 'out'])

/** Without ` -- ` npm takes flags for itself: `npm run grade --track python` would grade an exercise called python. */
function refuseSwallowed(options: Options): void {
  const { npm_lifecycle_event: script, ...env } = process.env
  if (script === undefined) return
  const lost = Object.keys(options).find((name) => {
    const value = env[`npm_config_${name.replaceAll('-', '_')}`]
    return value !== undefined && value !== '' && !npmsOwn.has(name)
  })
  if (lost === undefined) return
  throw new UsageError(
    `npm took --${lost} for itself. Write -- before the flags: npm run ${script} -- --${lost} …`,
  )
}
