import type { SenderFault } from '../../model/expectation-rdt.ts'
import type { Case } from '../../model/diagnosis.ts'
import type { ProgramError } from '../../model/program.ts'
import { saying, show } from '../evidence/error.ts'
import { finding, type CaseOf, type Finding } from '../finding.ts'
import { failedAlive, whatItDoes } from '../server/stream.ts'
import { isTimeLimit } from './time-limit.ts'
import { times, whichAck } from './words.ts'

type Stopped = Extract<SenderFault, { of: 'stopped' }>

/** Nothing came any more, and the file was not complete. */
export function diagnoseStopped(fault: Stopped, broken: CaseOf<'transmission'>): Finding {
  const { packet, tries, crossing, why } = fault
  const then = why === 'exit' ? 'then your program ended' : 'for 5 s nothing followed'
  const shown = `packet ${packet} ${times(tries)}, then ${why === 'exit' ? 'the end' : 'silence'}`
  const does = why === 'exit' ? '' : whatItDoes(broken)
  if (crossing === 'clear') {
    const last =
      tries > 1
        ? `Packet ${packet} came ${times(tries)} and was acknowledged each time`
        : `Packet ${packet} was acknowledged`
    if (why === 'exit' && tries <= 1) {
      const text = `${last}, and your program ended: no packet had FIN, so the receiver waits for more.`
      return finding('fin-missing', text, 'a last packet with FIN', shown)
    }
    const text = `${last}, and ${then}.${does} Did you accept the ACK?`
    return failedAlive(broken) ?? finding('deaf-to-acks', text, 'the next packet', shown)
  }
  const what = fateOf(fault)
  if (fault.answer !== null && why === 'exit' && broken.program.exit?.code === 0) {
    const text = `While packet ${packet} was out, ${whichAck(packet, fault.answer)} came, and your program ended as if that had been its ACK: block ${packet} may be lost.`
    return finding('believed-wrong-ack', text, `packet ${packet} again, until its ACK comes`, shown)
  }
  if (tries > 1 && why === 'exit') {
    const text = `${what} You sent it ${times(tries)}, and ${then}: only after the tenth time you may give up.`
    return finding('gave-up-early', text, `packet ${packet} again`, shown)
  }
  const text = `${what} Nothing was sent again: ${then}.${does} A loss makes no sound. If no ACK has come after 200 ms, send the same packet once more.`
  return failedAlive(broken) ?? finding('never-repeated', text, `packet ${packet} again`, shown)
}

function fateOf({ packet, fin, crossing }: Stopped): string {
  const which = `Packet ${packet}${fin ? ', the one with FIN,' : ''}`
  switch (crossing) {
    case 'lost':
    case 'late':
      return `${which} was dropped.`
    case 'damaged':
      return `${which} was damaged on the way, so that the receiver repeated its last ACK.`
    case 'ack damaged':
      return `The ACK of packet ${packet} came damaged.`
    default:
      return `The ACK of packet ${packet} was dropped.`
  }
}

/** Of a sender whose timer worked, and ended it. */
export function endedByTimer({ expectation }: Case, error: ProgramError): Finding | null {
  if (expectation.kind !== 'transmission' || expectation.fault.of !== 'stopped' || !isTimeLimit(error))
    return null
  const { packet } = expectation.fault
  const text = `${fateOf(expectation.fault)} Your timer ran out, as it should, and its error ended your program (${saying(error)}). Catch it, and send the same packet again.`
  return finding('never-repeated', text, `packet ${packet} again`, show(error))
}
