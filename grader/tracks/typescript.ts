import { basename, join } from 'node:path'
import type { Track } from '../model/track.ts'
import { typescriptRunner } from './house.ts'
import { bundle } from './typescript-bundle.ts'
import { readStack } from './typescript-stack.ts'

export const typescript: Track = {
  name: 'typescript',
  folder: 'typescript',
  fileName: (entry) => `${entry}.ts`,
  async find() {
    return { file: process.execPath }
  },
  async prepare(entry, runtime, scratch, module) {
    const outfile = join(scratch, `${basename(entry, '.ts')}.mjs`)
    const problem = await bundle(entry, outfile)
    if (problem !== null) return { problem }
    const [args, typed] = [['--enable-source-maps', '--no-warnings'], `node ${basename(entry)}`]
    if (module === undefined) return { command: { file: runtime, args: [...args, outfile] }, typed }
    const exports = camelCase(module)
    // Without a trace: what a module is given is no socket of the system, and its runner's own are not its business.
    const command = {
      file: runtime,
      args: [...args, typescriptRunner(), outfile, exports],
      env: { DOORWAY_TRACE_FD: '' },
    }
    return { command, typed, exports }
  },
  readError: readStack,
}

const camelCase = (name: string): string => name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
