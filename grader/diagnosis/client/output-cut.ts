import { count } from '../evidence/text.ts'
import { finding, type CaseOf, type Finding } from '../finding.ts'
import { whatItDoes } from '../server/stream.ts'

type Output = CaseOf<'output'>

/** What a pipe holds: less than that is not lost in one. */
const pipeBytes = 64 * 1024

/** The response was printed up to byte `cut`. Who threw the rest away? Null when it was the program, knowingly. */
export function cutShort(broken: Output, want: Uint8Array, cut: number): Finding | null {
  const { pieces, why } = broken.expectation
  const [some, all] = [`the first ${cut} of ${count(want.length, 'byte')}`, count(want.length, 'byte')]
  const tell = (symptom: Finding['symptom'], message: string) => finding(symptom, message, all, some)
  if (why === 'exit' && tookEverything(broken))
    return want.length > pipeBytes ? tell('lost-at-exit', lost(broken, want.length, cut)) : null
  const whole = wholePieces(pieces, cut)
  const came =
    pieces.length > 1 ? `${whole} of ${pieces.length} segments (${cut} of ${want.length} bytes)` : some
  const then = why === 'exit' ? 'and then your program ended' : `and then nothing more.${whatItDoes(broken)}`
  const loop =
    whole <= 1 ? 'One recv() is not enough' : 'recv() returns what has arrived, and more may follow'
  return tell(
    'stopped-reading',
    `Of the response you printed ${came}, ${then.replace(/\.?$/, '.')} ${loop}: read until it returns 0 bytes.`,
  )
}

function wholePieces(pieces: readonly Uint8Array[], cut: number): number {
  let [end, whole] = [0, 0]
  for (const piece of pieces) {
    end += piece.length
    if (end > cut) break
    whole++
  }
  return whole
}

/** Who leaves while bytes are unread, or still to come, resets the connection. */
function tookEverything({ transcript }: Output): boolean {
  const server = transcript.filter(({ actor }) => actor.startsWith('server'))
  if (server.some(({ event }) => event === 'reset' || event === 'error')) return false
  const at = (look: (event: string) => boolean) =>
    transcript.findLastIndex(({ actor, event }) => look(event) && actor !== 'grader')
  return at((event) => event === 'exit') > at((event) => event === 'send')
}

function lost({ track }: Output, all: number, cut: number): string {
  const why =
    track === 'typescript'
      ? 'Node only queues what does not fit into a pipe, and process.exit() throws the queue away. Let the program end by itself.'
      : 'it ended before all of its output had been written.'
  return `You received all ${all} bytes, but only ${cut} came out of standard output, which is a pipe that is read slowly: ${why}`
}
