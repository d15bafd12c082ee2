import { isBuiltin } from 'node:module'
import { lstatSync, realpathSync } from 'node:fs'
import { basename, dirname, join, resolve, sep } from 'node:path'
import type { Message, Plugin } from 'esbuild'
import type { ProgramError } from '../model/program.ts'
import type { Track } from '../model/track.ts'
import { callIn, isTheirs, placeOf, sourceLine } from './excerpt.ts'
import { socketModule } from './house.ts'

// Students may write require(): an ECMAScript module has none of its own.
const banner = `import { createRequire } from 'node:module'; globalThis.require ??= createRequire(import.meta.url);`

export const typescript: Track = {
  name: 'typescript',
  extension: '.ts',
  async find() {
    return { file: process.execPath }
  },
  async prepare(entry, runtime, scratch) {
    const { build } = await import('esbuild')
    const outfile = join(scratch, `${basename(entry, '.ts')}.mjs`)
    const typed = `node ${basename(entry)}`
    try {
      await build({
        entryPoints: [entry],
        outfile,
        bundle: true,
        format: 'esm',
        platform: 'node',
        target: `node${process.versions.node}`,
        sourcemap: 'linked',
        sourcesContent: false,
        tsconfigRaw: '{}',
        banner: { js: banner },
        plugins: [onlyTheirs(dirname(entry))],
        logLevel: 'silent',
      })
    } catch (error) {
      return { problem: problemOf((error as { errors?: Message[] }).errors?.[0], entry) }
    }
    return { command: { file: runtime, args: ['--enable-source-maps', '--no-warnings', outfile] }, typed }
  },
  readError: readStack,
}

/** Imports reach Node's own modules, #socket and the entry's own folder: nothing a submission brought elsewhere is run. */
function onlyTheirs(folder: string): Plugin {
  const inside = realpathSync(folder) + sep
  const refusal = (path: string) => ({
    errors: [{ text: `Cannot import "${path}": a program may import Node's own modules, '#socket' and files beside it.` }],
  })
  return {
    name: 'only-theirs',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^[^.]/ }, ({ path, kind }) => {
        if (kind === 'entry-point') return null
        if (isBuiltin(path)) return { path, external: true }
        return path === '#socket' ? { path: socketModule() } : refusal(path)
      })
      onLoad({ filter: /.*/ }, ({ path }) => {
        const allowed = path.startsWith(inside) || path === socketModule()
        return allowed && lstatSync(path).isFile() ? null : refusal(path)
      })
    },
  }
}

function problemOf(message: Message | undefined, entry: string) {
  const { location, text } = message ?? { location: null, text: 'esbuild could not read the program' }
  if (location == null) return { message: text, place: basename(entry), excerpt: '' }
  const { file, line, column, lineText } = location
  return {
    message: text,
    place: `${placeOf(resolve(file), line, entry)}:${column + 1}`,
    excerpt: `${lineText.slice(0, 200)}\n${' '.repeat(Math.min(column, 200))}^`,
  }
}

const frame = /^\s+at (?:.*\()?(?:file:\/\/)?(\/.*?|[A-Za-z]:\\.*?):(\d+):\d+\)?$/
const headline = /^(?:Uncaught )?(?:\w+ \[(\w+)\]|(\w*(?:Error|Exception)))(?: \[(\w+)\])?: (.*)$/

/** Reads the last error in what a Node program printed. */
export function readStack(stderr: string, entry: string): ProgramError | null {
  const lines = stderr.split(/\r?\n/)
  const at = lines.findLastIndex((line) => headline.test(line.trim()))
  if (at === -1) return null
  const [, , type = 'Error', bracketed, message = ''] = headline.exec(lines[at]?.trim() ?? '') ?? []
  const theirs = lines.slice(at).flatMap((line) => {
    const [, path = '', number = ''] = frame.exec(line) ?? []
    return isTheirs(path, entry) ? [{ path, number }] : []
  })[0]
  const rest = lines.slice(at).join('\n')
  const source = theirs === undefined ? null : sourceLine(theirs.path, Number(theirs.number))
  return {
    type,
    message: message.slice(0, 300),
    code: /\bcode: '(\w+)'/.exec(rest)?.[1] ?? bracketed ?? null,
    call: /\bsyscall: '(\w+)'/.exec(rest)?.[1] ?? callIn(source),
    place: theirs === undefined ? null : placeOf(theirs.path, theirs.number, entry),
    source,
  }
}
