import type { Command } from '../model/program.ts'

/** What stands between a program and the machine. The seam where stronger isolation is put in. */
export type Sandbox = {
  readonly kind: 'none' | 'process' | 'namespace'
  /** The command that runs `command` inside. */
  wrap(command: Command): Command
}

/** No file of a program grows beyond this, whatever it does: twice what counts as a flood. */
export const mostFileBytes = 16 * 1024 * 1024
const mostDescriptors = 1024
// A thread per client costs 8 MiB of stack each: room for 200 of them.
const mostDataKilobytes = 2 * 1024 * 1024

// POSIX counts files in blocks of 512 bytes. A limit that a system does not know is left out.
const limits = [`-c 0`, `-f ${mostFileBytes / 512}`, `-n ${mostDescriptors}`, `-d ${mostDataKilobytes}`]
const script = `${limits.map((limit) => `ulimit ${limit} 2>/dev/null;`).join(' ')} exec "$0" "$@"`

/** A process group of its own with limits of its own: protects against accidents, not against malice. */
export const processGroup: Sandbox = {
  kind: 'process',
  wrap({ file, args, ...rest }) {
    if (process.platform === 'win32') return { file, args, ...rest }
    return { file: '/bin/sh', args: ['-c', script, file, ...args], ...rest }
  },
}
