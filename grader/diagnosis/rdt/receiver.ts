import type { Arrival, ReceiverFault } from '../../model/expectation-rdt.ts'
import { ackOf, mostPayloadBytes, packetOf, rightSum } from '../../model/packet.ts'
import { count, hex, includes, quoteText } from '../evidence/text.ts'
import { finding, type CaseOf, type Finding } from '../finding.ts'
import { sentAstray } from '../server/no-datagram.ts'
import { failedAlive, whatItDoes } from '../server/stream.ts'
import { wrongInAck } from './ack-form.ts'
import { diagnoseFile } from './file.ts'
import { named, ofNetwork } from './words.ts'

type Broken = CaseOf<'delivery'>
type Of<Kind extends ReceiverFault['of']> = Extract<ReceiverFault, { of: Kind }>
type Rules = { readonly [Kind in ReceiverFault['of']]: (fault: Of<Kind>, broken: Broken) => Finding }

/** A receiver failed its reference sender. */
export function diagnoseDelivery(broken: Broken): Finding {
  const { fault, network } = broken.expectation
  const found = (rules[fault.of] as (fault: ReceiverFault, broken: Broken) => Finding)(fault, broken)
  return { ...found, message: found.message + ofNetwork(network) }
}

const rules: Rules = {
  silence: diagnoseSilence,

  believed({ arrival, answer, want, got }, broken) {
    const { packet, damaged = 'payload' } = arrival
    const inFile = damaged === 'payload' && got !== null && includes(got, arrival.payload)
    if (inFile) return diagnoseFile(broken, want, got)
    const text = `A bit of the ${damaged} of ${named(arrival)} was flipped on the way, and you acknowledged it (${hex(answer)}): the sender goes on, and block ${packet} is lost for ever. Stay silent, or repeat your last ACK.`
    return finding('acknowledged-damaged', text, `no ACK ${arrival.seq} for a damaged packet`, hex(answer))
  },

  form({ arrival, answer }) {
    const [want, got] = [hex(ackOf(arrival.seq)), hex(answer)]
    const text = `Your answer to ${named(arrival)} is ${got}, and an ACK of it is ${want}. ${wrongInAck(arrival, answer)}`
    return finding('wrong-acknowledgement', text, want, got)
  },

  file: ({ want, got }, broken) => diagnoseFile(broken, want, got),

  left({ afterMs, times }) {
    const text =
      times === 1
        ? `The packet with FIN was acknowledged. ${Math.round(afterMs)} ms later it came again, as it does when your ACK is lost, and nobody answered: the sender will never know that the file arrived. Stay until a second has passed without a packet.`
        : `FIN came again, and ${Math.round(afterMs)} ms later once more, and nobody was there: your second runs from the first FIN. Every packet begins it anew.`
    return finding('left-too-early', text, 'an ACK of the repeated FIN', 'nobody holds the port')
  },

  exit({ why }, broken) {
    const { exit, stderr } = broken.program
    if (why === 'silence') {
      const text = `Everything was acknowledged, and 3 s after the last FIN your program is still running. End it when a second has passed without a packet.${whatItDoes(broken)}`
      return {
        ...finding('not-exited', text, 'exit code 0 after a quiet second', 'a program that is still running'),
        hint: 'After FIN, limit every wait to one second; when it has passed, leave the loop and close what is open.',
      }
    }
    const last = stderr.trim().split('\n').at(-1) ?? ''
    const said = last === '' ? '' : ` It printed ${quoteText(last)}.`
    const how = exit?.signal == null ? `exit code ${exit?.code ?? 'unknown'}` : `signal ${exit.signal}`
    const text = `Everything was acknowledged, but then your program ended with ${how}: only 0 says that all went well.${said}`
    return finding('exit-code', text, 'exit code 0', how)
  },
}

function diagnoseSilence(fault: Of<'silence'>, broken: Broken): Finding {
  const { arrival, gone } = fault
  const { arrived } = broken.expectation
  const tell = (symptom: Finding['symptom'], message: string) =>
    finding(symptom, message, `an ACK: ${hex(ackOf(arrival.seq))}`, 'no answer')
  const others = arrived.filter(({ packet }) => packet !== arrival.packet)
  const seen = new Set(others.map(({ packet }) => packet)).size
  const before = seen === 0 ? 'Packet 1 arrived' : `${count(seen, 'packet')} got through`
  const ended = broken.program.exit !== null
  if (arrival.fin && arrival.how === 'whole' && (ended || seen > 0))
    return tell('not-acknowledged', noAckOfFin(arrival))
  if (ended) {
    const text = `${before}, and then your program ended (exit code 0) without an ACK of ${named(arrival)}. Only a whole packet with FIN is the last one.`
    return tell('exited-early', text)
  }
  if (gone) {
    const text = `${before}, and then nobody held the port any more: you closed your socket before the packet with FIN had come.`
    return tell('exited-early', text)
  }
  if (arrival.how !== 'whole') return tell('repeat-not-acknowledged', notAgain(arrival))
  const alike = { ...broken, expectation: { kind: 'datagrams' as const, by: 'sender', want: [], got: [] } }
  const astray = arrival.packet === 1 ? sentAstray(alike, tell) : null
  const found = astray ?? failedAlive(broken) ?? tell('not-acknowledged', notAtAll(arrival, broken))
  const long = arrival.payload.length === mostPayloadBytes
  return long ? { ...found, hint: 'Give recvfrom() 2048 bytes: every packet fits into that.' } : found
}

const noAckOfFin = (arrival: Arrival) =>
  `The last one, ${named(arrival)}, got no ACK: it is a packet like any other, and its sender waits.`

function notAgain({ packet, seq, fin, how }: Arrival): string {
  const came =
    how === 'late'
      ? `A late copy of ${named({ packet, seq, fin })} came`
      : `${fin ? 'The last packet' : named({ packet, seq, fin }).replace('p', 'P')} came again`
  return `${came}, as it does when your ACK was lost, and you stayed silent: the sender repeats it for ever, and you wait for the next one for ever. Acknowledge it again, and do not write it.`
}

function notAtAll(arrival: Arrival, broken: Broken): string {
  const { packet, seq, fin, payload } = arrival
  const before = broken.expectation.arrived.filter((each) => each.packet === packet && each !== arrival)
  const bytes = packetOf(seq, fin ? 1 : 0, payload)
  const first = named(arrival).replace('p', 'P')
  const does = whatItDoes(broken)
  if (before.some(({ how }) => how === 'damaged'))
    return `${first} came damaged, then whole, and the whole one got no ACK within 5 s.${does} Whatever a damaged packet holds, forget it: the next one is new.`
  if (before.some(({ how }) => how === 'stray'))
    return `A stranger sent a packet with seq ${seq} from another port. Then ${named(arrival)} came from the sender, and got no ACK within 5 s.${does} Answer only the address that the first packet came from.`
  if (payload.length === mostPayloadBytes)
    return `${first} carries 1000 bytes and got no ACK within 5 s.${does} Has recvfrom() room for all ${bytes.length} bytes? It cuts off the rest, and then the checksum is wrong.`
  const size = `${bytes.length} bytes, checksum ${hex(bytes.subarray(2, 4))}`
  const odd = payload.length % 2 === 1 ? ' Its length is odd: a zero byte is added for the sum.' : ''
  if (packet === 2 && broken.expectation.arrived.length === 2)
    return `${first} is whole (${size}), and no ACK came within 5 s, though packet 1 got one.${does} Seq and flags of packet 1 are 0: are they in your sum, too?`
  return `${first} is whole (${size}), and no ACK came within 5 s.${does}${odd} Does your checksum of it, over all bytes with 0 in its place, give 0x${rightSum(bytes).toString(16).padStart(4, '0')}?`
}
