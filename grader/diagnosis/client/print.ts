import type { Case } from '../../model/diagnosis.ts'
import type { Symptom } from '../../model/symptom.ts'
import { finding, type CaseOf, type Finding } from '../finding.ts'
import { failedAlive, whatItDoes } from '../server/stream.ts'
import { quoteText } from '../evidence/text.ts'

type Print = CaseOf<'print'>['expectation']

// Long enough not to be a prompt by chance.
const shortest = 8

/** What standard output tells by itself about a reply that is not on it; null when it tells nothing. */
export function recognisePrinted(
  { want, line }: Print,
  stdout: string,
): { symptom: Symptom; message: string } | null {
  const printed = stdout.trim()
  if (/\[object Promise\]|Promise \{|<coroutine object/.test(printed)) {
    const text = `You printed a Promise, ${quoteText(printed)}: the call returned a promise of the reply, because its \`await\` is missing. Await it, and print its value.`
    return { symptom: 'printed-promise', message: text }
  }
  const own = line.toUpperCase()
  if (own.length >= 4 && printed.includes(own) && !printed.includes(want.slice(0, shortest))) {
    return { symptom: 'printed-own-answer', message: ownAnswer(want, own) }
  }
  const changed = distortion(want, printed)
  return changed === null
    ? null
    : {
        symptom: 'reply-not-printed',
        message: `The server replied ${quoteText(want)}, and you printed ${quoteText(printed)}: ${changed}`,
      }
}

const ownAnswer = (want: string, own: string) =>
  `The server replied ${quoteText(want)}, but you printed ${quoteText(own)}. Print what recv() returned; the client does not compute the answer.`

const beginning = (part: string, bytes: Buffer) =>
  `only its beginning, ${Buffer.byteLength(part)} of ${bytes.length} bytes. recv(n) returns at most n bytes: pass at least 1024.`

/** How the reply was changed on its way to the screen. */
function distortion(want: string, printed: string): string | null {
  const bytes = Buffer.from(want)
  if (/\bb'.*'|\bb".*"/s.test(printed))
    return 'that is how Python displays bytes. Print their text: reply.decode().'
  if (/<Buffer [0-9a-f ]+/.test(printed))
    return 'that is how Node displays a Buffer. Print its text: reply.toString().'
  if (/Uint8Array\(\d+\)|^\d{1,3}(,\d{1,3})+$/.test(printed))
    return 'that is how JavaScript displays bytes. Print their text.'
  if (printed.includes(bytes.toString('latin1')))
    return 'its bytes are UTF-8, and you decoded them as Latin-1.'
  if (
    printed.includes(bytes.toString('ascii')) ||
    printed.includes(want.replace(/[^\u0000-\u007f]/gu, '\ufffd'))
  )
    return 'its bytes are UTF-8, and you decoded them as ASCII.'
  if (printed.includes(want.replace(/[^\u0000-\u007f]/gu, '')))
    return 'the letters outside ASCII are missing.'
  if (printed.toLowerCase().includes(want.toLowerCase()))
    return 'the letters are right, their case is not. Print the reply as it came.'
  if (printed.length >= 3 && want.startsWith(printed)) return beginning(printed, bytes)
  const longest = Array.from({ length: want.length }, (_, i) => want.slice(0, want.length - i)).find(
    (part) => part.length >= shortest && printed.includes(part),
  )
  if (longest !== undefined) return beginning(longest, bytes)
  return null
}

/** The server's reply did not appear on standard output. */
export function diagnosePrint(broken: CaseOf<'print'>): Finding {
  const { expectation, program } = broken
  const { want, line, why } = expectation
  const shown = program.stdout.trim() === '' ? 'nothing was printed' : quoteText(program.stdout)
  const tell = (symptom: Symptom, message: string) =>
    finding(symptom, message, `${quoteText(want)} on standard output`, shown)
  const seen = recognisePrinted(expectation, program.stdout)
  if (seen !== null) return tell(seen.symptom, seen.message)
  if (program.stderr.includes(want)) {
    return tell(
      'reply-not-printed',
      `The reply ${quoteText(want)} is on your standard error. It belongs on standard output.`,
    )
  }
  const took = program.calls.some(
    ({ call, bytes, error }) => call.startsWith('recv') && (bytes ?? 0) > 0 && error === undefined,
  )
  if (took && why === 'exit')
    return tell(
      'reply-not-printed',
      `Your program received the reply ${quoteText(want)} and ended without having printed it.`,
    )
  if (why === 'exit' && !(hadItsReply(broken) && program.stdout.includes(line))) {
    return tell('did-not-wait', leftEarly(broken))
  }
  if (program.stdout.includes(line) && program.error === null)
    return tell('printed-own-answer', ownAnswer(want, line))
  const text = `The server replied ${quoteText(want)}, and 5 s later that is not on your standard output.${whatItDoes(broken)}`
  return failedAlive(broken) ?? tell('reply-not-printed', text)
}

function hadItsReply({ transcript }: Case): boolean {
  const exit = transcript.findIndex(({ event }) => event === 'exit')
  const replied = transcript.findIndex(({ actor, event }) => actor.startsWith('server') && event === 'send')
  return replied !== -1 && (exit === -1 || replied < exit)
}

function leftEarly(broken: CaseOf<'print'>): string {
  const reply = quoteText(broken.expectation.want)
  return hadItsReply(broken)
    ? `The server replied ${reply}, and your program ended without having printed it: did it wait in recv(), and print what that returned?`
    : `The server's reply was ${reply}, but your program had already ended: you sent and left. Wait for the answer.`
}
