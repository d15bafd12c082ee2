import type { ReceiverFault } from '../model/expectation-rdt.ts'
import { ackOf } from '../model/packet.ts'
import { Broken, Unsettled } from './broken.ts'
import type { Receiver, Stalled } from './receiver.ts'
import { exitMs } from './times.ts'

export type DeliveryExpectations = {
  /** Every whole packet is acknowledged, each copy of it, and no damaged one. */
  toAcknowledgeEach(): Promise<void>
  /** Each acknowledgement is exactly the four bytes that the protocol wants. */
  toAcknowledgeInForm(): Promise<void>
  /** In the end the file is what was sent, byte for byte. */
  toWriteTheFile(): Promise<void>
  /** FIN is acknowledged again each time it comes again, so many ms after the one before. */
  toStayFor(gapsMs: readonly number[]): Promise<void>
  /** It ends by itself, with 0. */
  toEnd(): Promise<void>
}

const fileLookMs = 20
/** After so much of its quiet second nobody can say that a program left too early. */
const surelyQuietMs = 800

export function expectDelivery(receiver: Receiver): DeliveryExpectations {
  const { program } = receiver.server
  const { recorder } = program

  function fail(fault: ReceiverFault): never {
    if (!recorder.events.some(({ event }) => event === 'deadline')) recorder.record('grader', 'deadline')
    const { arrived, network } = receiver
    throw new Broken({ kind: 'delivery', by: 'sender', fault, arrived, network }, program)
  }

  async function check(stalled: Stalled | null): Promise<void> {
    if (stalled === null) return
    if (stalled.of === 'silence') fail(stalled)
    recorder.record('grader', 'deadline')
    await receiver.goOnAfter(stalled.arrival.packet)
    await recorder.until(exitMs, () => program.exit ?? undefined)
    fail({ ...stalled, want: receiver.upload.payloads, got: receiver.written() })
  }

  return {
    async toAcknowledgeEach() {
      await check(await receiver.deliver())
    },

    async toAcknowledgeInForm() {
      await check(await receiver.deliver())
      const wrong = receiver.acknowledgements.all.find(
        ({ arrival, bytes }) => !bytes.equals(ackOf(arrival.seq)),
      )
      if (wrong !== undefined) fail({ of: 'form', arrival: wrong.arrival, answer: wrong.bytes })
    },

    async toWriteTheFile() {
      await check(await receiver.deliver())
      const isRight = () => receiver.written()?.equals(receiver.wanted) === true
      // A file tells nobody that it grew.
      const clock = setInterval(() => recorder.wake(), fileLookMs)
      await recorder.until(exitMs, () => (isRight() || program.exit !== null ? true : undefined))
      clearInterval(clock)
      if (!isRight()) fail({ of: 'file', want: receiver.upload.payloads, got: receiver.written() })
    },

    async toStayFor(gapsMs) {
      await check(await receiver.deliver())
      for (const [i, gapMs] of gapsMs.entries()) {
        const since = receiver.lastSentMs
        const leftMs = Math.max(0, since + gapMs - recorder.nowMs())
        await recorder.window(leftMs, () => program.exit ?? undefined)
        const afterMs = recorder.nowMs() - since
        const stalled = await receiver.repeatLast()
        const left = stalled?.of === 'silence' && (stalled.gone || program.exit !== null)
        if (!left) await check(stalled)
        else if (afterMs <= surelyQuietMs) fail({ of: 'left', afterMs, times: i + 1 })
        else throw new Unsettled('This machine was too busy to take the time of a program.')
      }
    },

    async toEnd() {
      await recorder.until(exitMs, () => program.exit ?? undefined)
      if (program.exit === null) fail({ of: 'exit', why: 'silence' })
      if (program.exit.code !== 0) fail({ of: 'exit', why: 'code' })
    },
  }
}
