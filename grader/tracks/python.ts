import { execFile } from 'node:child_process'
import { basename } from 'node:path'
import type { Runtime, Track } from '../model/track.ts'
import { hookFolder, pythonRunner } from './house.ts'
import { readTraceback } from './python-traceback.ts'

const oldest = [3, 8] as const
const patienceMs = 20_000
const ask = 'import sys; print(sys.executable); print(*sys.version_info[:2])'
const howToInstall =
  'Install Python 3.8 or newer from https://www.python.org/downloads/ and see that `python3 --version` shows it.'

export const python: Track = {
  name: 'python',
  folder: 'python',
  // A module's name is an identifier.
  fileName: (entry) => `${identifier(entry)}.py`,
  // The real interpreter, because a version manager's shim costs 50 ms at every start.
  find() {
    const [file, args] = process.platform === 'win32' ? ['py', ['-3']] : ['python3', []]
    return new Promise((resolve) => {
      execFile(file, [...args, '-I', '-S', '-c', ask], { timeout: patienceMs }, (error, stdout) => {
        resolve(
          error === null ? understand(file, stdout) : { missing: `${whyNot(file, error)} ${howToInstall}` },
        )
      })
    })
  },
  async prepare(entry, runtime, _scratch, module) {
    const [args, env] = [['-X', 'utf8', '-u'], { PYTHONUNBUFFERED: '1', PYTHONDONTWRITEBYTECODE: '1' }]
    const typed = `python3 ${basename(entry)}`
    if (module !== undefined) {
      const exports = identifier(module)
      // Without a trace: what a module is given is no socket of the system, and its runner's own are not its business.
      const command = {
        file: runtime,
        args: [...args, pythonRunner(), entry, exports],
        env: { ...env, DOORWAY_TRACE_FD: '' },
      }
      return { command, typed, exports }
    }
    return {
      command: { file: runtime, args: [...args, entry], env: { ...env, PYTHONPATH: hookFolder() } },
      typed,
    }
  },
  readError: readTraceback,
}

const identifier = (name: string): string => name.replaceAll('-', '_')

function understand(file: string, stdout: string): Runtime {
  const [path = '', version = ''] = stdout.trim().split(/\r?\n/)
  const [, major = '', minor = ''] = /^(\d+) (\d+)$/.exec(version) ?? []
  if (path === '' || major === '')
    return { missing: `\`${file}\` is no Python that works here. ${howToInstall}` }
  if (Number(major) === oldest[0] && Number(minor) >= oldest[1]) return { file: path }
  return { missing: `\`${file}\` is Python ${major}.${minor}, which is too old. ${howToInstall}` }
}

function whyNot(file: string, error: { code?: unknown; killed?: boolean | undefined }): string {
  if (error.code === 'ENOENT') return `There is no \`${file}\` on your PATH.`
  if (error.code === 'EACCES') return `\`${file}\` on your PATH may not be executed.`
  if (error.killed === true) return `\`${file}\` did not answer within ${patienceMs / 1000} s.`
  return `\`${file}\` does not work here (it ended with ${typeof error.code === 'number' ? `exit code ${error.code}` : 'a signal'}).`
}
