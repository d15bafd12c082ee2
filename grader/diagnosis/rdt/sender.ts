import type { SenderFault } from '../../model/expectation-rdt.ts'
import type { Crossing } from '../../model/impairments.ts'
import { headerBytes } from '../../model/packet.ts'
import { ms } from '../client/ping-words.ts'
import { count, hex, quoteText, startsWith } from '../evidence/text.ts'
import { finding, different, type CaseOf, type Finding } from '../finding.ts'
import { failedAlive, whatItDoes } from '../server/stream.ts'
import { diagnosePacket } from './packet.ts'
import { diagnoseStopped } from './stopped.ts'
import { ofNetwork, whichAck } from './words.ts'

type Broken = CaseOf<'transmission'>
type Of<Kind extends SenderFault['of']> = Extract<SenderFault, { of: Kind }>
type Rules = { readonly [Kind in SenderFault['of']]: (fault: Of<Kind>, broken: Broken) => Finding }

/** A sender failed its reference receiver. */
export function diagnoseTransmission(broken: Broken): Finding {
  const { fault, network } = broken.expectation
  const found = (rules[fault.of] as (fault: SenderFault, broken: Broken) => Finding)(fault, broken)
  return { ...found, message: found.message + ofNetwork(network) }
}

/** Whether it shows the cause by itself, whatever became of the program afterwards. */
export const shownByPackets = ({ of }: SenderFault): boolean => !['stopped', 'tries', 'exit'].includes(of)

const rules: Rules = {
  packet: diagnosePacket,

  seq({ packet, got }) {
    const want = (packet - 1) % 2
    const why =
      packet === 1
        ? 'The first packet has seq 0.'
        : got === 1 - want
          ? `Two different blocks with seq ${got}: the receiver takes the second for a repetition of the first, and throws it away.`
          : 'There are only two numbers, 0 and 1, in turn.'
    return finding(
      'wrong-sequence',
      `Packet ${packet} came with seq ${got}. ${why}`,
      `seq ${want}`,
      `seq ${got}`,
    )
  },

  'went-on': diagnoseWentOn,

  changed({ packet, was, got }) {
    const [before, after] = [was.length, got.length].map((size) => size - headerBytes)
    const text = `Packet ${packet} was to be repeated, and came with the same seq and another content (${before} bytes before, now ${after}): the receiver may have the first one, and then this block is lost. Repeat the very same bytes.`
    return finding('changed-on-repeat', text, hex(was, 12), hex(got, 12))
  },

  deaf({ packet, times, answer }, broken) {
    const text = `Packet ${packet} came ${times} times, and each time it was acknowledged at once, with ${hex(answer)}: you did not accept that.${whatItDoes(broken)} What do you compare it with? The checksum over ${hex(answer.subarray(0, 2))} 00 00 is 0x${hex(answer.subarray(2, 4)).replace(' ', '')}, and the seq is that of the packet.`
    return failedAlive(broken) ?? finding('deaf-to-acks', text, 'the next packet', `packet ${packet} again`)
  },

  stopped: diagnoseStopped,

  contents({ packets, want, got }) {
    const [size, whole] = [count(got.length, 'byte'), count(want.length, 'byte')]
    const less = got.length < want.length && startsWith(want, got) ? ' The end is missing.' : ''
    const text = `Packet ${packets} had FIN, so it was the last one, and what came in all of them is not the file: ${size} instead of ${whole}.${less}`
    return different('wrong-contents', text, want, got)
  },

  'after-fin'({ packet }) {
    const text = `Packet ${packet - 1} had FIN, so it was the last one, and another one came. Set FIN in the last packet only.`
    return finding('wrong-packet', text, 'nothing after FIN', `packet ${packet}`)
  },

  timer({ late, packet, gapMs }) {
    const text = `Packet ${packet} got no answer, and came again ${ms(gapMs)} later. `
    return late
      ? finding(
          'repeated-too-late',
          `${text}That is a long pause for every loss: the timer has 200 ms.`,
          '200 ms',
          ms(gapMs),
        )
      : finding(
          'repeated-too-soon',
          `${text}Its ACK may take longer than that: the timer has 200 ms.`,
          '200 ms',
          ms(gapMs),
        )
  },

  resent({ packet, answer, afterMs }) {
    const text = `While packet ${packet} was out, ${whichAck(packet, answer)} came, and ${ms(afterMs)} after the packet it came again. Only the timer repeats a packet: or every wrong ACK doubles what is on the way.`
    return finding('resent-on-wrong-ack', text, 'nothing until the timer runs out', `packet ${packet} again`)
  },

  tries({ packet, tries, ended }, broken) {
    const text = `Nobody answered packet ${packet}, and you sent it ${tries} times`
    if (tries > 10) {
      const end = ended
        ? '. Give up after the tenth.'
        : ', and on it goes: give up after the tenth, with exit code 1.'
      return finding('never-gave-up', text + end, '10 transmissions', `${tries} transmissions`)
    }
    const what = ended ? 'then your program ended' : 'then nothing came any more'
    const text10 = `${text}; ${what}.${ended ? '' : whatItDoes(broken)} A packet is sent ten times before you give up, and each packet begins at one.`
    return finding('gave-up-early', text10, '10 transmissions', `${tries} transmissions`)
  },

  exit({ want, why }, { program }) {
    const done = want === 0 ? 'Everything was acknowledged' : 'Ten transmissions got no answer'
    if (why === 'silence') {
      const text = `${done}, and 3 s later your program is still running. Close the socket, and let it end with ${want}.`
      return finding(
        want === 0 ? 'not-exited' : 'never-gave-up',
        text,
        `exit code ${want}`,
        'a program that is still running',
      )
    }
    const { exit, stderr } = program
    const last = stderr.trim().split('\n').at(-1) ?? ''
    const said = last === '' ? '' : ` It printed ${quoteText(last)}.`
    const how = exit?.signal == null ? `exit code ${exit?.code ?? 'unknown'}` : `signal ${exit.signal}`
    const means = want === 0 ? 'only 0 says that all went well' : 'failure has exit code 1'
    return {
      ...finding(
        'exit-code',
        `${done}, and your program ended with ${how}: ${means}.${said}`,
        `exit code ${want}`,
        how,
      ),
      ...(want === 0
        ? {}
        : { hint: 'Say on standard error that nobody answers, and end the program with exit code 1.' }),
    }
  },
}

const noAnswer: readonly Crossing[] = ['lost', 'late', 'ack lost', 'ack late']

function diagnoseWentOn({ packet, crossing, answer, afterMs }: Of<'went-on'>): Finding {
  const before = packet - 1
  const expected = `packet ${before} again, until its ACK comes`
  if (answer !== null && crossing !== 'clear' && crossing !== 'twice' && crossing !== 'ack twice') {
    const text = `While packet ${before} was out, ${whichAck(before, answer)} came, and you went on with packet ${packet}: block ${before} may be lost. That was no ACK of this packet.`
    return finding('believed-wrong-ack', text, expected, `packet ${packet}`)
  }
  if (noAnswer.includes(crossing)) {
    const fate = crossing === 'lost' || crossing === 'late' ? 'was lost' : 'was not acknowledged'
    const how = afterMs < 60 ? 'at once' : `${ms(afterMs)} later`
    const text = `Packet ${before} ${fate}, and ${how} packet ${packet} came: block ${before} is gone. When the timer runs out, the same packet is sent again.`
    return finding('skipped-a-packet', text, expected, `packet ${packet}`)
  }
  const text = `Packet ${packet} came ${ms(afterMs)} after packet ${before}, before the ACK of that had been sent: one packet at a time, the next one after the ACK.`
  return finding('sent-ahead', text, `the ACK of packet ${before} first`, `packet ${packet}`)
}
