import { basename, join } from 'node:path'
import type { Track } from '../model/track.ts'
import { bundle } from './typescript-bundle.ts'
import { readStack } from './typescript-stack.ts'

export const typescript: Track = {
  name: 'typescript',
  folder: 'typescript',
  extension: '.ts',
  async find() {
    return { file: process.execPath }
  },
  async prepare(entry, runtime, scratch) {
    const outfile = join(scratch, `${basename(entry, '.ts')}.mjs`)
    const problem = await bundle(entry, outfile)
    if (problem !== null) return { problem }
    return {
      command: { file: runtime, args: ['--enable-source-maps', '--no-warnings', outfile] },
      typed: `node ${basename(entry)}`,
    }
  },
  readError: readStack,
}
