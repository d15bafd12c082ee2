import {
  copyFileSync,
  existsSync,
  lstatSync,
  readdirSync,
  realpathSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { isBuiltin } from 'node:module'
import { dirname, join, resolve, sep } from 'node:path'
import type { Message, OnResolveResult, Plugin } from 'esbuild'
import type { Ready } from '../model/target.ts'
import { placeOf } from './excerpt.ts'
import { socketModule } from './house.ts'

export type Problem = Extract<Ready, { readonly problem: unknown }>['problem']

const mostBytes = 1024 * 1024

// What CommonJS gives to a file and an ECMAScript module has not; students may write either.
const banner =
  `import { createRequire as doorwayRequire } from 'node:module'; ` +
  `globalThis.require ??= doorwayRequire(import.meta.url); ` +
  `globalThis.__filename ??= process.argv[1]; globalThis.__dirname ??= process.argv[1].replace(/[^\\\\/]*$/, '');`

/** Bundles an entry into one plain JavaScript file; returns what is wrong with the program, or null. */
export async function bundle(entry: string, outfile: string): Promise<Problem | null> {
  const { build } = await import('esbuild')
  try {
    const { outputFiles } = await build({
      entryPoints: [entry],
      outfile,
      write: false,
      bundle: true,
      format: 'esm',
      platform: 'node',
      target: `node${process.versions.node}`,
      sourcemap: 'linked',
      sourcesContent: false,
      // A tsconfig.json that lies around in a submission has no say.
      tsconfigRaw: '{}',
      banner: { js: banner },
      plugins: [onlyTheirs(dirname(entry))],
      logLevel: 'silent',
    })
    for (const { path, contents } of outputFiles) writeFileSync(path, contents)
    copySiblings(dirname(entry), dirname(outfile))
    return null
  } catch (error) {
    const message = (error as { errors?: Message[] }).errors?.[0]
    // Without a place in the student's files it is our own fault: a full disk, an esbuild that does not start.
    if (message === undefined) throw error
    if (message.location === null) throw new Error(message.text, { cause: error })
    return problemOf(message, message.location, entry)
  }
}

const mostSiblings = 100

// Files that the program opens or starts by name lie beside it, as they do beside the entry.
function copySiblings(from: string, to: string): void {
  for (const name of readdirSync(from).slice(0, mostSiblings)) {
    const [source, target] = [join(from, name), join(to, name)]
    const stat = lstatSync(source)
    if (stat.isFile() && stat.size <= mostBytes && !existsSync(target)) copyFileSync(source, target)
  }
}

/** Imports reach Node's own modules, #socket and the entry's own folder: nothing a submission brought elsewhere is run. */
function onlyTheirs(folder: string): Plugin {
  const inside = realpathSync(folder) + sep
  return {
    name: 'only-theirs',
    setup({ onResolve }) {
      onResolve({ filter: /.*/ }, ({ path, kind, resolveDir }): OnResolveResult => {
        if (kind === 'entry-point') return { path }
        if (isBuiltin(path)) return { path, external: true }
        if (path === '#socket') return { path: socketModule() }
        if (!path.startsWith('.')) return refusal(path)
        const found = locate(resolve(resolveDir, path))
        if (found === null) return { errors: [{ text: `Could not resolve "${path}"` }] }
        if (!found.startsWith(inside)) return refusal(path)
        const why = whyUnfit(found)
        return why === null ? { path: found } : { errors: [{ text: `Cannot import "${path}": ${why}.` }] }
      })
    },
  }
}

const refusal = (path: string): OnResolveResult => ({
  errors: [
    {
      text: `Cannot import "${path}": a program may import Node's own modules, '#socket' and files beside it.`,
    },
  ],
})

const endings = ['', '.ts', '.js', '.mts', '.mjs', '.cts', '.cjs', '.json', '/index.ts', '/index.js']

/** The real file that a relative import means. Not esbuild's way, which asks every package.json up to the root. */
function locate(path: string): string | null {
  const typed = path.replace(/\.([cm]?)js$/, '.$1ts')
  const candidates = [...endings.map((ending) => path + ending), typed]
  const found = candidates.find(isThere)
  return found === undefined ? null : realpathSync(found)
}

function isThere(path: string): boolean {
  try {
    return !statSync(path).isDirectory()
  } catch {
    return false
  }
}

function whyUnfit(path: string): string | null {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (stat === undefined || !stat.isFile()) return 'it is not an ordinary file'
  return stat.size > mostBytes ? `it has ${stat.size} bytes; the limit is 1 MiB` : null
}

function problemOf({ text }: Message, location: NonNullable<Message['location']>, entry: string): Problem {
  const { file, line, lineText } = location
  // esbuild counts columns in bytes.
  const before = Buffer.from(lineText).subarray(0, location.column).toString()
  const from = Math.max(0, before.length - 160)
  const shown = lineText.slice(from, from + 200)
  const margin = before.slice(from).replace(/[^\t]/g, ' ')
  return {
    message: text,
    place: `${placeOf(resolve(file), line, entry)}:${before.length + 1}`,
    excerpt: `${shown}\n${margin}^`,
  }
}
