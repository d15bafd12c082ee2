import type { Case } from '../../model/diagnosis.ts'
import type { Expectation } from '../../model/expectation.ts'
import type { ProgramError, ProgramFacts } from '../../model/program.ts'
import type { Symptom } from '../../model/symptom.ts'
import type { TraceLine, TranscriptEvent } from '../../model/transcript.ts'
import { bytesOfText } from '../evidence/text.ts'

/** Short hands for the tests' cases: what was seen, as few words as possible. */
export const port = 49871

export const bytes = bytesOfText

const running: ProgramFacts = {
  command: `python3 server.py ${port}`,
  exit: null,
  error: null,
  sockets: null,
  stdout: '',
  stderr: '',
  calls: [],
  busy: null,
  flooded: false,
}

export const exited = (code = 0): Partial<ProgramFacts> => ({ exit: { code, signal: null } })

/** A program that ended with an error: `crashedWith('OSError', 'ENOTCONN', 'data = server.recv(1024)')`. */
export function crashedWith(
  type: string,
  code: string | null,
  source: string,
  message = 'no luck',
): Partial<ProgramFacts> {
  return { ...exited(1), error: errorAt(type, code, source, message) }
}

export function errorAt(
  type: string,
  code: string | null,
  source: string,
  message = 'no luck',
): ProgramError {
  return { type, message, code, call: /\.(\w+)\(/.exec(source)?.[1] ?? null, place: 'server.py:14', source }
}

/** `call('sendto', ['127.0.0.1', 12001])` */
export const call = (
  name: string,
  address?: readonly [string, number],
  rest: Partial<TraceLine> = {},
): TraceLine => ({
  t: 0,
  call: name,
  ...(address === undefined ? {} : { address }),
  ...rest,
})

/**
 * A transcript, one event a line: `client 1 connect`, `client 1 send hello`, `bob receive ''`, `grader deadline`.
 * What follows the event is its bytes; `''` are none.
 */
function seen(story: string): TranscriptEvent[] {
  return story
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line, i, all) => {
      const late = all.slice(0, i + 1).includes('grader deadline') ? 5000 : 0
      const [, actor = '', event = '', text] =
        /^((?:client|server)(?: \d+)?|\w+) ([\w-]+)(?: (.*))?$/.exec(line) ?? []
      const data =
        text === undefined
          ? {}
          : { bytes: bytes(text === "''" ? '' : text.replaceAll('\\n', '\n').replaceAll('\\r', '\r')) }
      return { atMs: i * 10 + late, actor, event: event as TranscriptEvent['event'], ...data }
    })
}

export const answer = (text: string, from = `127.0.0.1:${port}`) => ({ bytes: bytes(text), from })

type Place = 'tcp server' | 'udp server' | 'tcp client' | 'udp client' | 'tcp module'

export function caseOf(
  place: Place,
  expectation: Expectation,
  story = '',
  program: Partial<ProgramFacts> = {},
  track = 'python',
): Case {
  const [transport, role] = place.split(' ') as ['tcp', 'server']
  const facts = { ...running, ...program }
  return {
    role,
    transport,
    track,
    host: '127.0.0.1',
    port,
    expectation,
    transcript: seen(story),
    program: facts,
  }
}

export type Row = {
  readonly name: string
  readonly symptom: Symptom
  readonly says: readonly string[]
  readonly broken: Case
}

/** One case and what must be told of it: the symptom, and phrases of the message. */
export const row = (name: string, symptom: Symptom, broken: Case, ...says: string[]): Row => ({
  name,
  symptom,
  broken,
  says,
})
