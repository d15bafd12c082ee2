import { join } from 'node:path'
import { drawSchedule, type Crossing, type Schedule } from '../model/impairments.ts'
import { Unsettled } from './broken.ts'
import { Receiver } from './receiver.ts'
import { Sender, type Download } from './sender.ts'
import type { Student } from './student.ts'

const mostAttempts = 4

/** What so many packets of a reliable transfer carry: even numbers of letters, and the last one nothing. */
export function blocksFor({ payloads }: Student, count: number): Buffer[] {
  const length = () => 2 * (10 + payloads.integer(40))
  return Array.from({ length: count }, (_, i) => Buffer.from(i === count - 1 ? '' : payloads.text(length())))
}

/**
 * Starts the program as the receiver of what these packets carry. `network` is what befalls them: a schedule, or a list of
 * which each item befalls a packet of its own, drawn from all but the first two and the last.
 */
export async function receiverOf(
  student: Student,
  payloads: readonly Uint8Array[],
  network: Schedule | readonly (readonly Crossing[])[] = [],
): Promise<Receiver> {
  const file = join(student.folder(), 'received')
  const server = await student.serve({ args: [file] })
  const peers = { sender: await server.datagrams('sender'), stranger: await server.datagrams('stranger') }
  const integer = (below: number) => student.payloads.integer(below)
  const schedule = Array.isArray(network)
    ? drawSchedule(integer, network as readonly (readonly Crossing[])[], [3, payloads.length - 1])
    : (network as Schedule)
  return new Receiver(server, file, peers, { payloads, schedule, seed: student.seed })
}

/** Letters that fill five packets at least, so that the second to the fourth are never the last. */
export const fileFor = ({ payloads }: Student): Buffer => payloads.letters(4100 + payloads.integer(800))

type SenderOptions = Pick<Download, 'holdMs' | 'lastAckLost' | 'deadFrom' | 'surely'> & {
  readonly network?: Schedule | readonly (readonly Crossing[])[]
}

/**
 * Starts the program as the sender of a file. `network` is a schedule, or a list of which each item befalls a packet of its
 * own, drawn from the second, third and fourth.
 */
export async function senderOf(
  student: Student,
  file: Uint8Array,
  { network = [], ...rest }: SenderOptions = {},
): Promise<Sender> {
  const path = join(student.folder({ file }), 'file')
  const caller = await student.call(undefined, { args: [path] })
  const integer = (below: number) => student.payloads.integer(below)
  const schedule = Array.isArray(network)
    ? drawSchedule(integer, network as readonly (readonly Crossing[])[], [2, 4])
    : (network as Schedule)
  const sender = new Sender(caller, Buffer.from(file), { schedule, seed: student.seed, ...rest })
  student.atEnd(() => sender.stop())
  return sender
}

/** An attempt for which this machine was too late proves nothing: it is made again, with another program; `last` when it is the last. */
export async function timely(attempt: (last: boolean) => Promise<void>): Promise<void> {
  for (let left = mostAttempts; ; left--) {
    try {
      return await attempt(left <= 1)
    } catch (error) {
      if (!(error instanceof Unsettled) || left <= 1) throw error
    }
  }
}
