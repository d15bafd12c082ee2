import { bytesOfText, capital, quote, quoteText } from '../evidence/text.ts'
import { finding, type CaseOf, type Finding } from '../finding.ts'
import { cutOff } from './room-end.ts'
import { missedNotice } from './room-notices.ts'
import { missedWords } from './room-words.ts'
import { refusedWrongly, wrongList } from './room-names.ts'
import { diagnoseStream, failedAlive, whatItDoes } from './stream.ts'

/** A client of a chat room did not get a line. */
export function diagnoseHear(broken: CaseOf<'hear'>): Finding {
  const { want } = broken.expectation
  switch (want.about) {
    case 'present':
      return wrongList(broken) ?? noAnswer(broken)
    case 'refusal':
      return refusedWrongly(broken) ?? noAnswer(broken)
    case 'said':
      return missedWords(broken)
    default:
      return missedNotice(broken)
  }
}

/** Nothing came at all when it gave its name. */
function noAnswer(broken: CaseOf<'hear'>): Finding {
  const { by, want, waitedFor, why } = broken.expectation
  const shown = quoteText(want.line)
  const gave = `${capital(by)} gave the name ${quoteText(want.text)}`
  if (waitedFor === by) {
    const text = `${gave}, a complete line, and got an answer only when it had finished its side: you wait for the end of file. A name ends with an LF.`
    const hint = 'After every recv() look for an LF in what has come so far, and take the line before it.'
    return { ...finding('waits-for-eof', text, shown, 'nothing before the end of file'), hint }
  }
  if (waitedFor !== null) {
    const text = `${capital(waitedFor)} is connected; ${by} gave the name ${quoteText(want.text)} and got nothing for 5 s, and its answer as soon as ${waitedFor} had left. You finish one client before you talk with the next.`
    return finding('one-at-a-time', text, shown, `nothing while ${waitedFor} was connected`)
  }
  const bytes = bytesOfText(`${want.line}\n`)
  const stream = { kind: 'stream', by, want: bytes, got: new Uint8Array(), why } as const
  return diagnoseStream({ ...broken, expectation: stream })
}

/** A line reached somebody it was not meant for. */
export function diagnoseOverheard({ expectation }: CaseOf<'overheard'>): Finding {
  const { by, line, because, of } = expectation
  const got = quote(line, 60)
  const tell = (symptom: Finding['symptom'], what: string) =>
    finding(
      symptom,
      `${capital(by)} ${what}`,
      because === 'again' ? 'each message once' : `nothing for ${by}`,
      got,
    )
  switch (because) {
    case 'own':
      return line[0] === '*'.charCodeAt(0)
        ? tell('heard-itself', `received ${got}, a notice about itself. Only the others are told.`)
        : tell('heard-itself', `received ${got}, a copy of its own message. Skip the sender.`)
    case 'unnamed':
      return tell(
        'unnamed-hears',
        `is connected, has not given a name yet, and received ${got}. Who has no name is not in the room: add a client after its name is accepted.`,
      )
    case 'nobody':
      return tell(
        'announced-nobody',
        `was told ${got}, and that is ${of}, who was never let in. Only members are announced, when they come and when they leave.`,
      )
    default:
      return {
        ...tell(
          'extra-bytes',
          `received ${got} a second time, though ${of} had said it once. Is ${by} among the members twice?`,
        ),
        hint: 'Print the members whenever they change: each should be there once.',
      }
  }
}

const mebibytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(1)} MiB`

/** While one member reads nothing, another one did not hear everything. */
export function diagnoseStalled(broken: CaseOf<'stalled'>): Finding {
  const { by, speaker, slow, saidBytes, heardBytes, why } = broken.expectation
  const wanted = `everything ${speaker} says`
  if (why !== 'silence') return cutOff(broken, `${slow} reads nothing while ${speaker} talks`, wanted)
  const failed = failedAlive(broken)
  if (failed !== null) return failed
  const text =
    `${capital(slow)} does not read. ${capital(speaker)} said ${mebibytes(saidBytes)}, ${by} heard ${mebibytes(heardBytes)}, and then nothing more came: ` +
    `sending to ${slow} waits, and everybody waits behind it.${whatItDoes(broken)}`
  return finding('stalled-by-slow-reader', text, wanted, `nothing more after ${mebibytes(heardBytes)}`)
}
