import type { Case, Diagnosis } from '../model/diagnosis.ts'
import type { ExploredExpectation } from '../model/expectation-explored.ts'
import type { TranscriptEvent } from '../model/transcript.ts'
import { headerBytes } from '../model/frame.ts'
import { exactly } from './advice/exactly.ts'
import { frameText, framesIn } from './evidence/frames.ts'
import { beforeDeadline, isClient } from './evidence/story.ts'
import { count, hex, quote } from './evidence/text.ts'

const [mostLines, mostColumns, mostPieces] = [12, 30, 8]

/** What a random conversation showed, in the words for what went wrong in it, and the whole conversation. */
export function tellExplored(broken: Case, found: Diagnosis, explored: ExploredExpectation): Diagnosis {
  const { talks, seed, path } = explored
  const which =
    talks === 1
      ? 'Found by chance and made as short as can be'
      : `Found by chance, after ${count(talks - 1, 'conversation')} that went well with this program`
  return {
    ...found,
    message: `${found.message} ${which} (seed ${seed}, path ${path}).`,
    actual: `${ladder(broken)}\n${found.actual}`,
    reproduce: exactly(broken),
  }
}

type Step = { readonly actor: string; readonly does: string; readonly said: string[] }

/** One line for whatever a client did or got in a row: `client 1 sends 'a' then 'b\n'`. */
function ladder(broken: Case): string {
  const steps: Step[] = []
  const before = new Map<string, Uint8Array>()
  for (const { actor, event, bytes } of beforeDeadline(broken)) {
    const does = isClient(actor) || event === 'exit' ? words[event] : undefined
    if (does === undefined) continue
    const already = before.get(actor + does) ?? new Uint8Array()
    const said = bytes === undefined ? [] : [show(bytes, already)]
    if (bytes !== undefined) before.set(actor + does, Buffer.concat([already, bytes]))
    const last = steps.at(-1)
    if (last?.actor === actor && last.does === does) last.said.push(...said)
    else steps.push({ actor, does, said })
  }
  const several = new Set(steps.map(({ actor }) => actor)).size > 1
  const lines = steps
    .filter(({ does }) => several || does !== words.connect)
    .map(({ actor, does, said }) => `${actor} ${does} ${shorten(said, mostPieces).join(' then ')}`.trimEnd())
  return shorten(lines.filter(isNews), mostLines).join('\n')
}

/** Not the same question and the same answer once more. */
const isNews = (line: string, i: number, lines: readonly string[]): boolean =>
  line !== lines[i - 2] || (lines[i - 1] !== lines[i - 3] && lines[i + 1] !== lines[i - 1])

const words: { readonly [event in TranscriptEvent['event']]?: string } = {
  connect: 'connects',
  send: 'sends',
  receive: 'receives',
  finish: 'finishes',
  end: 'is told the end',
  reset: 'is reset',
  exit: 'ends',
}

/** A length says more than the end of many letters that are alike. */
function show(bytes: Uint8Array, before: Uint8Array): string {
  const size = bytes.length > mostColumns ? ` (${count(bytes.length, 'byte')})` : ''
  // In the middle of a frame no number begins.
  const inside = before.length > 0 && framesIn(before)?.at(-1)?.whole !== true
  const frames = inside ? null : framesIn(bytes)
  if (frames === null) return `${quote(bytes, mostColumns)}${size}`
  return `${bytes.length < headerBytes ? hex(bytes) : frameText(bytes, mostColumns)}${size}`
}

/** Without its middle, when it is long. */
function shorten(all: readonly string[], most: number): readonly string[] {
  if (all.length <= most) return all
  return [...all.slice(0, most / 2 - 1), '…', ...all.slice(-most / 2)]
}
