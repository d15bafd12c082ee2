import { capital, hex, quote } from '../evidence/text.ts'
import { finding, type CaseOf, type Finding } from '../finding.ts'
import { failedAlive, whatItDoes } from './stream.ts'

const shown = 24
/** Much less than the system's own buffers hold: who sent no more than that did not lose its tail in a queue. */
const fewBytes = 512 * 1024

type Bulk = CaseOf<'bulk'>

/** Not everything came back of what is more than any buffer holds. */
export function diagnoseBulk(broken: Bulk): Finding {
  const { why, got } = broken.expectation
  if (why === 'lost') return lost(broken)
  if (got.length > 0) return changed(broken)
  return failedAlive(broken) ?? missingTail(broken)
}

const number = (n: number) => n.toLocaleString('en-US')
const bytes = (n: number) => `${number(n)} ${n === 1 ? 'byte' : 'bytes'}`
const wantedAll = ({ expectation }: Bulk) => `all ${bytes(expectation.total)}`
const rightOnes = ({ by, arrived }: Bulk['expectation']) =>
  arrived === 0
    ? `From the first byte on ${by} got`
    : `${capital(by)} got ${bytes(arrived)} back as it had sent them, and then`

function lost(broken: Bulk): Finding {
  const { arrived, want, got } = broken.expectation
  const text =
    `${rightOnes(broken.expectation)} ${quote(got, shown)}, which it sent later: what begins with ${quote(want, shown)} is missing. ` +
    `A send() that does not wait takes only what there is room for, and says how much.`
  return finding('bytes-lost', text, wantedAll(broken), `a gap after ${bytes(arrived)}`)
}

function changed(broken: Bulk): Finding {
  const { arrived, want, got, why } = broken.expectation
  const again = why === 'repeated' ? ', which had come before' : ''
  const text = `${rightOnes(broken.expectation)} ${quote(got, shown)}${again}, instead of ${quote(want, shown)}.`
  const actual = `${quote(got, shown)} (${hex(got, 6)}) at byte ${number(arrived)}, expected ${hex(want, 6)}`
  return finding(why === 'repeated' ? 'extra-bytes' : 'wrong-reply', text, wantedAll(broken), actual)
}

function missingTail(broken: Bulk): Finding {
  const { by, total, taken, arrived, why } = broken.expectation
  const ending = { end: 'the connection was closed', reset: 'the connection was reset' }[why as 'end']
  const actual = `${bytes(arrived)}, then ${ending ?? 'nothing more'}`
  const back = arrived === 0 ? 'not one of them came back' : `only the first ${bytes(arrived)} came back`
  const taking = taken < total && ending === undefined ? `, of which you took only ${number(taken)}` : ''
  const then = ending === undefined ? `.${whatItDoes(broken)}` : `; then ${ending}.`
  const { says, hint } = causeOf(broken)
  const text = `${capital(by)} sent ${bytes(ending === undefined ? total : taken)}${taking}, and ${back}${then}${says}`
  const symptom = ending === undefined && arrived === 0 ? 'no-reply' : 'reply-cut-short'
  return { ...finding(symptom, text, wantedAll(broken), actual), hint }
}

function causeOf({ expectation, transcript }: Bulk): { readonly says: string; readonly hint: string } {
  const { by, arrived, why } = expectation
  const goOn =
    'Call recv() and send back what came again and again, until recv() returns nothing; close only then.'
  if (why === 'reset') return { says: ' You closed it while received bytes were still unread.', hint: goOn }
  const finished = transcript.some(({ actor, event }) => actor === by && event === 'finish')
  if (why !== 'end' || !finished || arrived < fewBytes) return { says: '', hint: goOn }
  return {
    says: ' The end of file means that the client sends no more, not that it has read everything: what you have not sent yet is lost when you close.',
    hint: 'At end of file, send what is left, and close when it is sent. In node:net that is `end()`; `destroy()` throws it away.',
  }
}
