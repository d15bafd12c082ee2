import type { Case } from '../model/diagnosis.ts'
import type { Bytes } from '../model/expectation.ts'
import { asDisplayed } from './client/output.ts'
import { shownByLookUp } from './client/lookup.ts'
import { shownByMail } from './client/mail.ts'
import { shownByPings } from './client/pings.ts'
import { recognisePrinted } from './client/print.ts'
import { rightFrame } from './evidence/frames.ts'
import { shownByPackets } from './rdt/sender.ts'
import { same, startsWith } from './evidence/text.ts'

/** Whether something came that shows the cause by itself, whatever became of the program afterwards. */
export function cameWrong(broken: Case): boolean {
  const { expectation } = broken
  switch (expectation.kind) {
    case 'together':
    case 'stream':
      return expectation.got.length > 0 && !startsWith(expectation.want, expectation.got)
    case 'frame':
      return expectation.got.length > 0 && !startsWith(rightFrame(expectation.want), expectation.got)
    case 'hang-up':
      return expectation.got.length > 0
    case 'datagrams':
      return (
        without(
          expectation.got.map(({ bytes }) => bytes),
          expectation.want,
        ).length > 0
      )
    case 'line-replies':
      return expectation.why === 'different' || expectation.why === 'too early'
    case 'carried':
    case 'relayed':
    case 'bulk':
      return expectation.got.length > 0
    case 'lookup':
      return expectation.got !== null
    case 'request':
      return expectation.got.length > 0
    case 'output':
      return asDisplayed(expectation.got) !== null
    case 'transmission':
      return shownByPackets(expectation.fault)
    case 'delivery':
      return expectation.fault.of === 'believed' || expectation.fault.of === 'form'
    case 'response':
      return expectation.got.length > 0 && !['unfinished', 'cut', 'open'].includes(expectation.fault)
    case 'forward':
      return expectation.got.length > 0
    case 'origin-end':
    case 'behind':
    case 'secret':
    case 'memory':
    case 'spin':
    case 'overheard':
    case 'unasked':
    case 'after-lines':
    case 'descriptors':
    case 'nothing-more':
    case 'ask-to-close':
    case 'nothing-yet':
    case 'same-port':
    case 'one-call':
      return true
    case 'line':
      return expectation.got.length > 0
    case 'print':
      return recognisePrinted(expectation, broken.program.stdout) !== null
    case 'pings':
      return shownByPings(expectation.fault)
    case 'dns':
      return shownByLookUp({ ...broken, expectation })
    case 'mail':
      return shownByMail({ ...broken, expectation })
    case 'own-port':
      return expectation.ports.length > 1
    default:
      return false
  }
}

/** What is left of `all` when each of `known` is taken away once. */
export function without(all: readonly Bytes[], known: readonly Bytes[]): Bytes[] {
  const left = [...known]
  return all.filter((bytes) => {
    const at = left.findIndex((each) => same(each, bytes))
    if (at !== -1) left.splice(at, 1)
    return at === -1
  })
}
