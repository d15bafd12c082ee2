import { execFile } from 'node:child_process'
import { basename } from 'node:path'
import { constants } from 'node:os'
import type { ProgramError } from '../model/program.ts'
import type { Runtime, Track } from '../model/track.ts'
import { callIn, isTheirs, placeOf } from './excerpt.ts'
import { hookFolder } from './house.ts'

const oldest = [3, 8] as const
const ask = 'import sys; print(sys.executable); print(*sys.version_info[:2])'
const howToInstall = 'Install Python 3.8 or newer from https://www.python.org/downloads/ and see that `python3` starts it.'

export const python: Track = {
  name: 'python',
  extension: '.py',
  // The real interpreter, because a version manager's shim costs 50 ms at every start.
  find() {
    const [file, args] = process.platform === 'win32' ? ['py', ['-3']] : ['python3', []]
    return new Promise((resolve) => {
      execFile(file, [...args, '-I', '-S', '-c', ask], { timeout: 20_000 }, (error, stdout) => {
        resolve(error === null ? understand(stdout) : { missing: `No Python was found (\`${file}\` did not start). ${howToInstall}` })
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

function understand(stdout: string): Runtime {
  const [file = '', version = ''] = stdout.trim().split(/\r?\n/)
  const [major = 0, minor = 0] = version.split(' ').map(Number)
  if (major === oldest[0] && minor >= oldest[1]) return { file }
  return { missing: `Python ${major}.${minor} is too old. ${howToInstall}` }
}

const errnoNames = new Map(Object.entries(constants.errno).map(([name, number]) => [number, name]))

/** Reads the last traceback in what a Python program printed. */
export function readTraceback(stderr: string, entry: string): ProgramError | null {
  const start = stderr.lastIndexOf('Traceback (most recent call last):')
  const syntax = start === -1 ? stderr.search(/^ {2}File ".*", line \d+$/m) : start
  if (syntax === -1) return null
  const lines = stderr.slice(syntax).split(/\r?\n/)
  const last = lines.find((line) => /^[A-Za-z_][\w.]*(Error|Exception|Interrupt|Exit|error|timeout|Warning)\b/.test(line))
  if (last === undefined) return null
  const [, type = last, message = ''] = /^([\w.]+):? ?(.*)$/.exec(last) ?? []
  const theirs = lines
    .map((line, i) => ({ frame: /^ {2}File "(.*)", line (\d+)/.exec(line), source: lines[i + 1]?.trim() ?? null }))
    .filter(({ frame }) => frame !== null && isTheirs(frame[1] ?? '', entry))
    .at(-1)
  const number = /^\[(?:Errno|WinError) (\d+)\]/.exec(message)?.[1]
  return {
    type: type.replace(/^.*\./, ''),
    message: message.slice(0, 300),
    code: number === undefined ? null : (errnoNames.get(Number(number)) ?? null),
    call: callIn(theirs?.source ?? null),
    place: theirs?.frame ? placeOf(theirs.frame[1] ?? '', theirs.frame[2] ?? '', entry) : null,
    source: theirs?.source?.slice(0, 200) ?? null,
  }
}

