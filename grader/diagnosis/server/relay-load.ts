import { capital, hex, quote } from '../evidence/text.ts'
import { finding, type CaseOf, type Finding } from '../finding.ts'
import { failedAlive, whatItDoes } from './stream.ts'

const shown = 24
const number = (n: number) => n.toLocaleString('en-US')
const mebibytes = (bytes: number) => `${Math.round(bytes / 1024 / 1024)} MiB`
const theOrigin = (name: string) => (name.startsWith('origin') ? 'the origin' : name)

/** Not everything came out of what is more than any buffer holds. */
export function diagnoseCarried(broken: CaseOf<'carried'>): Finding {
  const { by, from, total, arrived, want, got, why } = broken.expectation
  const wanted = `all that ${theOrigin(from)} sends`
  const came = `${capital(theOrigin(by))} got ${number(arrived)} bytes as ${theOrigin(from)} had sent them`
  if (got.length > 0) {
    const told =
      why === 'lost'
        ? {
            symptom: 'bytes-lost' as const,
            says: `what begins with ${quote(want, shown)} is missing. A send() that does not wait takes only what there is room for, and says how much.`,
          }
        : why === 'repeated'
          ? { symptom: 'extra-bytes' as const, says: 'that had come before.' }
          : { symptom: 'wrong-reply' as const, says: `instead of ${quote(want, shown)}.` }
    const text = `${came}, and then ${quote(got, shown)}: ${told.says}`
    return finding(
      told.symptom,
      text,
      wanted,
      `${quote(got, shown)} (${hex(got, 6)}) at byte ${number(arrived)}`,
    )
  }
  const failed = failedAlive(broken)
  if (failed !== null) return failed
  const ending =
    { end: 'the connection was closed', reset: 'the connection was reset' }[why as 'end'] ?? 'nothing more'
  const text = `${came}, of ${number(total)}; then ${ending}${ending === 'nothing more' ? ' came' : ''}. Both sides send and read at the same time.${whatItDoes(broken)}`
  return finding('reply-cut-short', text, wanted, `${number(arrived)} bytes, then ${ending}`)
}

/** The program took what nobody had room for. */
export function diagnoseMemory({ expectation }: CaseOf<'memory'>): Finding {
  const { by, grewBytes, takenBytes } = expectation
  const text = `${capital(by)} stopped reading. You took ${mebibytes(takenBytes)} from the origin all the same, and your memory grew by ${mebibytes(grewBytes)}, with no end in sight. Wait until what you sent is taken before you recv() more.`
  return finding('buffers-all', text, 'less than 64 MiB more', `${mebibytes(grewBytes)} more`)
}

/** The program was busy with nothing. */
export function diagnoseSpin({ expectation }: CaseOf<'spin'>): Finding {
  const { usedMs, idleMs, ended } = expectation
  const second = (ms: number) => (ms / 1000).toFixed(1)
  const half = ended
    ? ' One direction had ended: that socket is always readable now, and recv() returns nothing every time.'
    : ''
  const text = `For ${second(idleMs)} s nobody said anything, and your relay used ${second(usedMs)} s of processor time: a loop that does not wait.${half}`
  return finding('spins', text, 'less than 0.5 s', `${second(usedMs)} s`)
}
