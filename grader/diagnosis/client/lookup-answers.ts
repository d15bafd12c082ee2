import type { LookUpFault } from '../../model/expectation-lookup.ts'
import { plain, quoteText } from '../evidence/text.ts'
import { finding, type CaseOf, type Finding } from '../finding.ts'
import { failedAlive, whatItDoes } from '../server/stream.ts'

type Fault = Extract<LookUpFault, { of: 'addresses' }>
type Broken = CaseOf<'dns'>

const list = (addresses: readonly string[]) => addresses.map((each) => plain(each, 20)).join(', ')
const hex4 = (value: number) => `0x${value.toString(16).padStart(4, '0')}`

/** The addresses in the answer were not printed, or others were. */
export function diagnoseAddresses(fault: Fault, broken: Broken): Finding {
  const { want, sharing } = fault
  const { stdout } = broken.program
  const shown = stdout.trim() === '' ? 'nothing was printed' : quoteText(stdout.trim(), 80)
  const tell = (symptom: Finding['symptom'], text: string): Finding => ({
    ...finding(symptom, text, want.join('\n'), shown),
    ...(symptom === 'reply-not-printed' ? { hint: howToPrint(broken.track) } : {}),
  })
  const forged = byForgery(fault, tell)
  if (forged !== null) return forged
  const misread = misreadAs(fault)
  if (misread !== null)
    return {
      ...tell(misread.symptom, `The answer was ${list(want)}, and ${misread.text}`),
      ...misread.better,
    }
  if (sharing) {
    const text = `You printed ${shown}, and the answer was ${list(want)}: one address a line, and nothing else on it.`
    return tell('reply-not-printed', text)
  }
  if (broken.program.stderr.includes(want[0] ?? ' '))
    return tell(
      'reply-not-printed',
      `The address ${want[0]} is on your standard error. It belongs on standard output.`,
    )
  return nothingOf(fault, broken, tell, shown)
}

function byForgery(
  { forgery, got, want, why }: Fault,
  tell: (symptom: Finding['symptom'], text: string) => Finding,
): Finding | null {
  if (forgery === null) return null
  const { asked, id, address } = forgery
  if (got.includes(address)) {
    const text = `A reply with ID ${hex4(id)} to your ${hex4(asked)} was believed: that is how DNS is spoofed. You printed ${address} instead of ${list(want)}. Compare the ID, and wait on when it is another.`
    return tell('believed-forgery', text)
  }
  if (why === 'silence' || got.length > 0) return null
  const text = `A reply with ID ${hex4(id)} came to your ${hex4(asked)}, and your program gave up, though the right reply came 100 ms later. Ignore what is not meant for you, and wait on.`
  return tell('believed-forgery', text)
}

function howToPrint(track: string): string {
  if (track === 'python')
    return 'Four bytes become an address with `socket.inet_ntoa(data)`: print that, one a line.'
  if (track === 'typescript')
    return "Four bytes become an address with `data.join('.')`: print that, one a line."
  return 'Print the four bytes as decimal numbers with dots between them, one address a line.'
}

type Misread = {
  readonly symptom: Finding['symptom']
  readonly text: string
  readonly better?: { readonly hint: string }
}

/** What kind of other address was printed. */
function misreadAs({ form, want, got, alias }: Fault): Misread | null {
  const other = got.find((each) => !want.includes(each))
  if (other === undefined) return null
  if (want.some((each) => each.split('.').toReversed().join('.') === other)) {
    const text = `you printed ${other}: the right four bytes in the wrong order.`
    const hint = 'Print the byte that came first first: an address needs no turning round.'
    return { symptom: 'wrong-byte-order', text, better: { hint } }
  }
  if (alias !== null && other === asAddress(alias)) {
    const text = `you printed ${other}: that is the beginning of a name, the data of the CNAME record. Only a record of TYPE 1 holds an address; skip the others, by their RDLENGTH.`
    return { symptom: 'misread-alias', text }
  }
  const where = 'an address is the 4 bytes behind RDLENGTH of a record of TYPE 1'
  const text = want.every((each) => got.includes(each))
    ? `you printed ${other} as well, which is none of them: ${where}.`
    : `you printed ${list(got.slice(0, 4))}: ${where}, after the name, TYPE, CLASS, TTL and RDLENGTH.`
  return { symptom: form === 'alias' ? 'misread-alias' : 'misread-record', text }
}

/** The first label of a name with its length in front, read as an address. */
const asAddress = (name: string) => {
  const label = name.split('.')[0] ?? ''
  return [label.length, ...new TextEncoder().encode(label)].slice(0, 4).join('.')
}

function nothingOf(
  { form, want, got, why }: Fault,
  broken: Broken,
  tell: (symptom: Finding['symptom'], text: string) => Finding,
  shown: string,
): Finding {
  const { program } = broken
  const code = program.exit?.code ?? null
  const ends = code === null ? '' : ` and ended with exit code ${code}`
  const had = want.filter((each) => got.includes(each) || program.stdout.includes(each)).length
  if (form === 'several' && had > 0) {
    const text = `The answer held ${want.length} addresses and you printed ${had}: ANCOUNT says how many records follow. Read as many, one behind the other.`
    return tell('missing-address', text)
  }
  const said = shown === 'nothing was printed' ? `you printed nothing${ends}` : `you printed ${shown}${ends}`
  if (form === 'alias') {
    const text = `The first record of the answer was a CNAME, TYPE 5, and the next one held the address ${list(want)}; ${said}. Skip what is not of TYPE 1, by its RDLENGTH, and read on.`
    return tell('misread-alias', text)
  }
  if (form === 'pointers') {
    const text = `The answer was ${list(want)}, with a pointer for its name, and ${said}. C0 0C is a pointer (2 bytes), not a 192-byte label: a byte of 0xC0 or more ends a name, together with the next one.`
    return tell('misread-name', text)
  }
  const full =
    form === 'in full' ? ' Its name is written in full there, label by label, and not as a pointer.' : ''
  const answer = `The answer was ${list(want)}`
  if (why === 'silence')
    return (
      failedAlive(broken) ??
      tell('reply-not-printed', `${answer}, and 5 s later ${said}.${full}${whatItDoes(broken)}`)
    )
  return tell('reply-not-printed', `${answer}, and ${said}.${full}`)
}
