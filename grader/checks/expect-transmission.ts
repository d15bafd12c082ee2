import { stretched } from '../harness/patience.ts'
import type { SenderFault } from '../model/expectation-rdt.ts'
import { Broken, Unsettled } from './broken.ts'
import { faultInContents, faultInPackets } from './judge-packets.ts'
import { faultInPatience, faultInTimer, mayBeLate } from './judge-timers.ts'
import { isFin, type Sender } from './sender.ts'
import { exitMs, longestMs, nothingMoreMs, replyMs } from './times.ts'

export type TransmissionExpectations = {
  /** All packets come, one after the other, and together they are the file. */
  toSendTheFile(): Promise<void>
  /** Packets that got no answer come again in 150 to 600 ms. */
  toRepeatInTime(): Promise<void>
  /** No wrong acknowledgement makes it send anything. */
  toIgnoreWrongAcks(): Promise<void>
  /** After so many transmissions of a packet that got no answer it ends with 1. */
  toGiveUpAfter(tries: number): Promise<void>
  /** It ends by itself, with 0. */
  toEnd(): Promise<void>
}

/** A machine on which even this process comes so late is no judge of a program's times. */
const mostLateMs = 100

const tooBusy = () => new Unsettled('This machine was too busy to judge times of less than a second.')

/** Whether its timer may have run out because an acknowledgement was late, so that something else is its mistake. */
function timerMayExplain(fault: SenderFault, { ahead }: Sender): boolean {
  if (fault.of === 'stopped') return fault.crossing === 'clear'
  if (fault.of === 'went-on') return fault.crossing === 'clear' && (ahead?.mostMs ?? 0) > mostLateMs
  return fault.of === 'seq' || fault.of === 'deaf'
}

export function expectTransmission(sender: Sender): TransmissionExpectations {
  const { caller } = sender
  const { surely = false } = sender.download
  const { program } = caller
  const { recorder } = program

  function fail(fault: SenderFault): never {
    if (!recorder.events.some(({ event }) => event === 'deadline')) recorder.record('grader', 'deadline')
    throw new Broken({ kind: 'transmission', fault, network: sender.network }, program)
  }

  function check(fault: SenderFault | null): void {
    if (fault === null) return
    if (!surely && sender.lateMs > mostLateMs && timerMayExplain(fault, sender)) throw tooBusy()
    fail(fault)
  }

  /** Until `settled`, or nothing comes any more. */
  async function untilSettled(settled: () => boolean): Promise<void> {
    if (sender.packets.length === 0) await caller.datagram()
    const startedMs = recorder.nowMs()
    const over = () => settled() || program.exit !== null
    while (!over() && recorder.nowMs() - startedMs < longestMs) {
      const before = sender.count
      const more = () => (over() || sender.count > before ? true : undefined)
      if ((await recorder.until(replyMs, more)) === undefined) break
    }
    // What was sent right before the end may still be on its way.
    if (!settled()) await recorder.window(nothingMoreMs, () => (settled() ? true : undefined))
  }

  function stopped(): SenderFault | null {
    const last = sender.packets.at(-1)
    const { crossing = 'clear', answer = null } = last?.tries.at(-1) ?? {}
    if (last === undefined) return null
    const [packet, tries] = [sender.packets.length, last.tries.length]
    const why = program.exit === null ? 'silence' : 'exit'
    return { of: 'stopped', packet, fin: isFin(last.bytes), tries, crossing, answer, why }
  }

  async function toSendTheFile(): Promise<void> {
    await untilSettled(() => sender.isDone || faultInPackets(sender) !== null)
    check(faultInPackets(sender))
    if (!sender.isDone) check(stopped())
    check(faultInContents(sender))
  }

  return {
    toSendTheFile,

    async toRepeatInTime() {
      await toSendTheFile()
      const fault = faultInTimer(sender)
      const busy = async () => sender.lateMs > mostLateMs || (await stretched(1)) > 1
      if (!surely && mayBeLate(sender) && (await busy())) throw tooBusy()
      if (fault !== null) fail(fault)
    },

    async toIgnoreWrongAcks() {
      await toSendTheFile()
      check(faultInPatience(sender))
    },

    async toGiveUpAfter(tries) {
      const dead = (sender.download.deadFrom ?? 1) - 1
      const sent = () => sender.packets[dead]?.tries.length ?? 0
      await untilSettled(() => faultInPackets(sender) !== null || sent() > tries)
      check(faultInPackets(sender))
      if (sent() === 0) check(stopped())
      const isRight = () => sent() === tries
      if (isRight())
        await recorder.until(exitMs, () => (program.exit !== null || !isRight() ? true : undefined))
      if (!isRight()) fail({ of: 'tries', packet: dead + 1, tries: sent(), ended: program.exit !== null })
      if (program.exit === null) fail({ of: 'exit', want: 1, why: 'silence' })
      if (program.exit.code !== 1) fail({ of: 'exit', want: 1, why: 'code' })
    },

    async toEnd() {
      await recorder.until(exitMs, () => program.exit ?? undefined)
      if (program.exit === null) fail({ of: 'exit', want: 0, why: 'silence' })
      if (program.exit.code !== 0) fail({ of: 'exit', want: 0, why: 'code' })
    },
  }
}
