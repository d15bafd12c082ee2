import { stretched } from '../harness/patience.ts'
import { pingResults, pingSummary, type PingFault } from '../model/pings.ts'
import { Broken, Unsettled } from './broken.ts'
import { loadMayExplain } from './doubt-pings.ts'
import { faultInLines, faultInResults, faultInTurns } from './judge-pings.ts'
import { faultInSummary, faultInTimes, faultInWait } from './judge-times.ts'
import type { Pinger } from './pinger.ts'
import { longestMs, nothingMoreMs, replyMs } from './times.ts'

export type PingExpectations = {
  /** It sends COUNT well-formed pings in order, none before the one before is answered or a second old. */
  toPingInTurn(): Promise<void>
  /** It prints one result for each ping. */
  toReportEachOnce(): Promise<void>
  /** Its results say which pings were answered in time, and take no reply for another's. */
  toReportWhatHappened(): Promise<void>
  /** It prints the times that the replies were really held. */
  toMeasureRoundTrips(): Promise<void>
  /** It gives up a lost ping after one second, whatever else arrives meanwhile. */
  toWaitOneSecond(): Promise<void>
  /** It does not count more replies than pings. */
  toCountEachReplyOnce(): Promise<void>
  /** Its last line agrees with what happened. */
  toSumUp(): Promise<void>
}

/** A machine on which even this process comes so late is no judge of a program's times. */
const mostLateMs = 100

export function expectPings(pinger: Pinger): PingExpectations {
  const { caller, count } = pinger
  const { program } = caller
  const { recorder } = program
  const over = () => program.exit !== null || pingSummary(program.printed()) !== null

  // What is printed may be buffered until the program ends.
  async function finished(): Promise<void> {
    await caller.datagram()
    const startedMs = recorder.nowMs()
    const progress = () => pinger.arrived.length + program.printed().length
    while (!over() && recorder.nowMs() - startedMs < longestMs) {
      const before = progress()
      const more = () => (over() || progress() > before ? true : undefined)
      if ((await recorder.until(replyMs, more)) === undefined) break
    }
    // What was sent right before the end may still be on its way.
    const enough = () => (pinger.arrived.length >= count ? true : undefined)
    if (over()) await recorder.window(nothingMoreMs, enough)
    // Whoever gave up too early has ended before its replies, and they must be known to be judged.
    await recorder.until(replyMs, () => (pinger.isDone ? true : undefined))
  }

  function fail(fault: PingFault): never {
    recorder.record('grader', 'deadline')
    throw new Broken({ kind: 'pings', fault })
  }

  const check = (fault: PingFault | null) => {
    if (fault !== null) fail(fault)
  }

  /** For what an overloaded machine may do to a right program, too. */
  async function checkTimely(fault: PingFault | null): Promise<void> {
    if (fault === null) return
    const overloaded = async () => pinger.lateMs > mostLateMs || (await stretched(1)) > 1
    if (loadMayExplain(pinger, results(), fault) && (await overloaded()))
      throw new Unsettled('This machine was too busy to judge times of less than a second.')
    fail(fault)
  }

  function checkCount(): void {
    const sent = pinger.arrived.length
    if (sent >= count) return
    const last = pinger.pings.at(-1)
    const lost = last?.repliedMs.length === 0
    fail({ of: 'count', sent, count, lost, why: program.exit === null ? 'silence' : 'exit' })
  }

  const results = () => pingResults(program.printed())

  return {
    async toPingInTurn() {
      await finished()
      check(faultInTurns(pinger))
      checkCount()
      const sent = pinger.arrived.length
      if (sent > count) fail({ of: 'count', sent, count, lost: false, why: 'more' })
    },

    async toReportEachOnce() {
      await finished()
      checkCount()
      check(faultInLines(pinger, results()))
    },

    async toReportWhatHappened() {
      await finished()
      checkCount()
      check(faultInLines(pinger, results()))
      await checkTimely(faultInResults(pinger, results()))
    },

    async toMeasureRoundTrips() {
      await finished()
      checkCount()
      check(faultInLines(pinger, results()))
      await checkTimely(faultInTimes(pinger, results()))
    },

    async toWaitOneSecond() {
      await finished()
      await checkTimely(faultInWait(pinger))
    },

    async toCountEachReplyOnce() {
      await finished()
      const got = pingSummary(program.printed())
      if (got !== null && got.received > got.sent)
        fail({ of: 'counted', received: got.received, sent: got.sent })
    },

    async toSumUp() {
      await finished()
      checkCount()
      check(faultInSummary(pinger, pingSummary(program.printed())))
    },
  }
}
