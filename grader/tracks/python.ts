import { execFile } from 'node:child_process'
import { basename } from 'node:path'
import type { Runtime, Track } from '../model/track.ts'
import { hookFolder } from './house.ts'
import { readTraceback } from './python-traceback.ts'

const oldest = [3, 8] as const
const patienceMs = 20_000
const ask = 'import sys; print(sys.executable); print(*sys.version_info[:2])'
const howToInstall =
  'Install Python 3.8 or newer from https://www.python.org/downloads/ and see that `python3 --version` shows it.'

export const python: Track = {
  name: 'python',
  folder: 'python',
  extension: '.py',
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
  async prepare(entry, runtime) {
    return {
      command: {
        file: runtime,
        args: ['-X', 'utf8', '-u', entry],
        env: { PYTHONUNBUFFERED: '1', PYTHONDONTWRITEBYTECODE: '1', PYTHONPATH: hookFolder() },
      },
      typed: `python3 ${basename(entry)}`,
    }
  },
  readError: readTraceback,
}

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
