import type { Expectation } from '../../model/expectation.ts'
import type { RoomLine } from '../../model/expectation-room.ts'
import { bytes, caseOf } from './shorthands.ts'

type Hear = Extract<Expectation, { kind: 'hear' }>
type Overheard = Extract<Expectation, { kind: 'overheard' }>

export const line = (about: RoomLine['about'], text: string, whole: string, of = 'bob'): RoomLine => ({
  about,
  of,
  names: about === 'present' ? whole.split(/[ ,]+/).slice(2) : [],
  line: whole,
  text,
})
export const present = line('present', 'alice1', '* present: bob2, carol3', 'alice')
export const alone = line('present', 'alice1', '* present:', 'alice')
export const joined = line('joined', 'bob2', '* bob2 joined')
export const left = line('left', 'bob2', '* bob2 left')
export const said = line('said', 'good morning', '[bob2] good morning')
export const refusal = (name: string) => line('refusal', name, 'error', 'alice')

export function hear(want: RoomLine, heard: readonly string[] = [], more: Partial<Hear> = {}): Hear {
  const lines = heard.map(bytes)
  return {
    kind: 'hear',
    by: 'alice',
    want,
    heard: lines,
    rest: bytes(''),
    others: [],
    waitedFor: null,
    why: 'silence',
    ...more,
  }
}

export const overheard = (text: string, because: Overheard['because']): Overheard => ({
  kind: 'overheard',
  by: 'alice',
  line: bytes(text),
  because,
  of: 'bob',
})
export const stalled = (why: 'silence' | 'end'): Expectation => ({
  kind: 'stalled',
  by: 'alice',
  speaker: 'bob',
  slow: 'dave',
  saidBytes: 4 << 20,
  heardBytes: 3 << 20,
  why,
})

export const greeted = 'alice connect\nalice send alice1\\n\nbob connect\nbob send bob2\\n'
export const talked = `${greeted}\nbob send good morning\\n`
export const rude = `${greeted}\nbob abort`
export const inTheRoom = (want: Expectation, story = greeted, program = {}) =>
  caseOf('tcp server', want, story, program)
