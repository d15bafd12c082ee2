import type { LookUpFault } from '../../model/expectation-lookup.ts'
import { inTheirLanguage } from '../advice/idioms.ts'
import { howItEnded } from '../evidence/error.ts'
import { finding, type CaseOf, type Finding } from '../finding.ts'
import { failedAlive, whatItDoes } from '../server/stream.ts'
import { isMisfortune } from './failing.ts'
import { diagnoseAddresses } from './lookup-answers.ts'
import { diagnoseQuery } from './lookup-query.ts'
import { ms } from './ping-words.ts'

type Broken = CaseOf<'dns'>
type Of<Kind extends LookUpFault['of']> = Extract<LookUpFault, { of: Kind }>
type Rules = { readonly [Kind in LookUpFault['of']]: (fault: Of<Kind>, broken: Broken) => Finding }

/** A program that looks up a name and its name server disagree. */
export const diagnoseLookUp = (broken: Broken): Finding =>
  (rules[broken.expectation.fault.of] as (fault: LookUpFault, broken: Broken) => Finding)(
    broken.expectation.fault,
    broken,
  )

/** Whether it shows the cause by itself, whatever became of the program afterwards. */
export function shownByLookUp({ expectation: { fault }, program }: Broken): boolean {
  if (fault.of === 'query' || fault.of === 'same-id') return true
  const { error } = program
  if (fault.of === 'retry') return fault.why === 'early' || error === null || isMisfortune(error)
  if (fault.of === 'give-up') return error === null || isMisfortune(error)
  if (fault.of === 'addresses' && fault.got.some((each) => !fault.want.includes(each))) return true
  // What a name with a pointer does to a program that knows none is a crash, mostly.
  if (fault.of === 'addresses' && (fault.form === 'pointers' || fault.form === 'alias'))
    return !program.flooded
  return error === null && !program.flooded
}

const wait =
  'Limit the wait: {timeLimit}. When the time is up, send the query once more; when it is up again, exit with 2.'
const rcode =
  'The low 4 bits of the second byte of the flags are the RCODE: look at it before you read the answers.'
const again = 'Put sending and waiting into a loop of two rounds, and catch the timeout inside it.'

// An error is told behind it.
const withCode = ({ program }: Broken): string =>
  program.error === null ? ` with ${howItEnded(program)}` : ''

const rules: Rules = {
  query: diagnoseQuery,

  addresses: diagnoseAddresses,

  'same-id'({ id, runs }) {
    const shown = `0x${id.toString(16).padStart(4, '0')}`
    const text = `You were started ${runs} times, and each time your query had the ID ${shown}. Whoever can guess the ID can forge the reply: choose it at random.`
    return finding('fixed-id', text, 'a random ID', shown)
  },

  exit({ why }, broken) {
    const { program } = broken
    if (why === 'silence') {
      const text = `The address was printed, but 3 s later your program is still alive: an open UDP socket or a loop keeps it running.${whatItDoes(broken)}`
      return finding('not-exited', text, 'exit code 0', 'a program that is still running')
    }
    const text = `The address was printed, but then your program ended with ${howItEnded(program)}: only 0 says that all went well.`
    return finding('exit-code', text, 'exit code 0', howItEnded(program))
  },

  nothing({ answer, why }, broken) {
    const { program } = broken
    const [told, expected] = {
      NXDOMAIN: ['The server answered that there is no such name (RCODE 3)', 'exit code 1'],
      SERVFAIL: ['The server answered that it failed (RCODE 2)', 'an exit code other than 0'],
      'no address': ['The answer held no address', 'an exit code other than 0'],
    }[answer] as [string, string]
    if (why === 'silence') {
      const text = `${told}, and your program is still running.${whatItDoes(broken)}`
      return failedAlive(broken) ?? finding('not-exited', text, expected, 'a program that is still running')
    }
    const code = program.exit?.code ?? null
    const how = howItEnded(program)
    const meant =
      code === 0 ? ', as if an address had been found' : code === 2 ? ', which means that no answer came' : ''
    const text = `${told}, and your program ended with ${how}${meant}. Here it is to be ${expected}.`
    const hint =
      answer === 'no address'
        ? 'Count the addresses you print: when there was none, exit with another code than 0.'
        : rcode
    return { ...finding('exit-code', text, expected, how), hint }
  },

  retry({ afterMs, why }, broken) {
    const expected = 'a second query after 1 s'
    const tell = (symptom: Finding['symptom'], text: string, actual: string, hint: string): Finding => ({
      ...finding(symptom, text, expected, actual),
      hint: inTheirLanguage(hint, broken),
    })
    if (why === 'early') {
      const shown = `${ms(Math.max(0, afterMs ?? 0))} after the first`
      const text = `Your first query was dropped, and the second one came ${shown}: a server may need a second to answer. Wait that long before you ask again.`
      return tell('resent-too-early', text, shown, wait)
    }
    if (why === 'silence') {
      const text = `Your query was lost and you still wait.${whatItDoes(broken)} UDP never tells you about a loss: set a time limit of 1 s, and ask again.`
      return failedAlive(broken) ?? tell('no-timeout', text, 'one query, and then silence', wait)
    }
    const text = `Your query was lost, and your program ended${withCode(broken)} without asking again: one lost datagram is no reason to give up.`
    return tell('asked-only-once', text, 'one query', again)
  },

  'give-up'({ queries, why }, broken) {
    const expected = 'exit code 2 within 5 s, after 2 queries or more'
    const nobody = `No query was answered (${queries === 1 ? 'one came' : `${queries} came`})`
    const tell = (symptom: Finding['symptom'], text: string, actual: string): Finding => ({
      ...finding(symptom, text, expected, actual),
      hint: inTheirLanguage(why === 'code' ? 'After the second silence: {exit}, with 2.' : wait, broken),
    })
    if (why === 'silence') {
      const text = `${nobody}, and after 5 s your program is still running.${whatItDoes(broken)} Give up in the end: exit with 2.`
      return failedAlive(broken) ?? tell('no-timeout', text, 'a program that is still running')
    }
    if (why === 'once') {
      const text = `${nobody}, and then your program gave up: a single lost datagram is no reason. Ask once more after 1 s.`
      return tell('asked-only-once', text, 'one query')
    }
    const how = howItEnded(broken.program)
    const text = `${nobody}, and your program ended${withCode(broken)}. That no answer came is told by exit code 2.`
    return tell('exit-code', text, how)
  },
}
