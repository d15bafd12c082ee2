import type { Arrival } from '../../model/expectation-rdt.ts'
import type { Bytes } from '../../model/expectation.ts'
import { headerBytes } from '../../model/packet.ts'
import { firstDifference } from '../evidence/caret.ts'
import { includes, indexOf, quote, sized, startsWith } from '../evidence/text.ts'
import { different, finding, type CaseOf, type Finding } from '../finding.ts'
import { whatItDoes } from '../server/stream.ts'
import { named, times } from './words.ts'

type Written = { readonly want: readonly Bytes[]; readonly got: Bytes; readonly arrived: readonly Arrival[] }

const shortest = 2
const replacement = Uint8Array.of(0xef, 0xbf, 0xbd)

/** The file that a receiver wrote is not the one that was sent. */
export function diagnoseFile(broken: CaseOf<'delivery'>, want: readonly Bytes[], got: Bytes | null): Finding {
  const all = Buffer.concat(want)
  if (got === null || (got.length === 0 && all.length > 0)) return nothingWritten(broken, all, got)
  const written = { want, got, arrived: broken.expectation.arrived }
  for (const rule of [damage, stranger, twice, headers, decoded, missing]) {
    const found = rule(written)
    if (found !== null) return different(found[0], found[1], all, got)
  }
  if (got.length < all.length && startsWith(all, got)) {
    const text = `Every packet was acknowledged, and the file holds only the first ${got.length} of ${all.length} bytes.${stillRuns(broken)}`
    return different('wrong-file', text, all, got)
  }
  const at = firstDifference(all, got)
  const block = want.findIndex((_, i) => Buffer.concat(want.slice(0, i + 1)).length > at) + 1
  const from = block === 0 ? 'After the last block' : `From byte ${at} on, in block ${block},`
  return different('wrong-file', `${from} the file is not what the packets carried.`, all, got)
}

function nothingWritten(broken: CaseOf<'delivery'>, all: Bytes, got: Bytes | null): Finding {
  const what = got === null ? 'there is no file OUTFILE' : 'OUTFILE is empty'
  const how =
    got === null
      ? ' Its path is the second argument; create it even when nothing is in it.'
      : ' What was received has to be in it when the program ends.'
  const text = `Every packet was acknowledged, but ${what}.${broken.program.exit === null ? stillRuns(broken) : how}`
  return finding('wrong-file', text, sized(all), got === null ? 'no file' : 'an empty file')
}

const stillRuns = (broken: CaseOf<'delivery'>) =>
  broken.program.exit === null
    ? ` Your program is still running, 3 s after FIN: is the rest written when it ends?${whatItDoes(broken)}`
    : ''

type Rule = (written: Written) => readonly [Finding['symptom'], string] | null

const holds = (got: Bytes, payload: Bytes) => payload.length >= shortest && includes(got, payload)

const damage: Rule = ({ got, arrived }) => {
  const found = arrived.find((each) => each.damaged === 'payload' && holds(got, each.payload))
  if (found !== undefined)
    return [
      'wrote-damaged',
      `A bit of ${named(found)} was flipped on the way, and it reached your file: work out the checksum of every packet, and leave out those where it differs.`,
    ]
  return null
}

const stranger: Rule = ({ got, arrived }) => {
  const found = arrived.find((each) => each.how === 'stray' && holds(got, each.payload))
  if (found === undefined) return null
  const text = `${quote(found.payload, 30)} is in your file: somebody else sent it, from another port, with the seq that was due. The transfer belongs to the address the first packet came from.`
  return ['took-stranger', text]
}

const twice: Rule = ({ want, got, arrived }) => {
  const at = want.findIndex(
    (block) => block.length >= shortest && includes(got, Buffer.concat([block, block])),
  )
  const again = want.findIndex((block) => {
    const first = block.length < shortest ? -1 : indexOf(got, block)
    return first !== -1 && includes(got.subarray(first + block.length), block)
  })
  const packet = (at === -1 ? again : at) + 1
  if (packet === 0) return null
  const copies = arrived.filter((each) => each.packet === packet && !['stray', 'damaged'].includes(each.how))
  const came = copies.length < 2 ? '' : ` Packet ${packet} arrived ${times(copies.length)}.`
  const text = `Block ${packet} is in the file twice.${came} A packet with the seq you had last is a repetition: acknowledge it, do not write it.`
  return ['wrote-twice', text]
}

const headers: Rule = ({ want: [first], got }) =>
  first !== undefined && first.length >= shortest && startsWith(got.subarray(headerBytes), first)
    ? [
        'wrong-file',
        'Your file begins with the header of the packet: the payload is what comes after byte 4.',
      ]
    : null

const decoded: Rule = ({ want, got }) =>
  includes(got, replacement) && !includes(Buffer.concat(want), replacement)
    ? [
        'decoded-file',
        'Bytes that are no UTF-8 became EF BF BD, the replacement character: write the bytes, do not make text of them.',
      ]
    : null

const missing: Rule = ({ want, got, arrived }) => {
  const lost: number[] = []
  let rest = got
  for (const [i, block] of want.entries()) {
    if (startsWith(rest, block)) rest = rest.subarray(block.length)
    else lost.push(i + 1)
  }
  const [first, second] = lost
  if (rest.length > 0 || first === undefined) return null
  const full = want.flatMap((block, i) => (block.length > 0 ? [i + 1] : []))
  if (full.slice(-lost.length).every((packet, i) => packet === lost[i])) {
    // A beginning of the file, unless it is the data beside FIN that was left out.
    if (second !== undefined || !arrived.some(({ packet, fin }) => packet === first && fin)) return null
    const text = `Block ${first} is missing in the file. It came in the packet with FIN: that one carries data, too.`
    return ['wrong-file', text]
  }
  const text =
    second === undefined
      ? `Block ${first} is missing in the file. Its packet was acknowledged, so nobody will send it again.`
      : `Blocks ${lost.slice(0, 4).join(', ')} are missing in the file, and their packets were acknowledged. Which seq do you expect, after each packet that was due?`
  return ['wrong-file', text]
}
