import { dnsId, queryFault } from '../model/dns-query.ts'
import type { AnswerForm } from '../model/expectation-lookup.ts'
import { printedAddresses } from '../model/printed-addresses.ts'
import { stretched } from '../harness/patience.ts'
import { Unsettled } from './broken.ts'
import type { LookUp } from './look-up.ts'
import { exitMs, nothingMoreMs, replyMs } from './times.ts'

export type LookUpExpectations = {
  /** Its first datagram is a right query for the name. */
  toAskRightly(): Promise<void>
  /** It prints the addresses it was told, each on a line of its own. */
  toPrintAddresses(): Promise<void>
  /** Then it exits with 0. */
  toExitWell(): Promise<void>
  /** It exits with this code, or with any other than 0. */
  toTellOfNothing(code: number | 'failure'): Promise<void>
  /** It asks again when its query was lost, a second later, and prints the addresses. */
  toAskAgain(): Promise<void>
  /** After several lost queries it exits with 2, within 5 s. */
  toGiveUp(): Promise<void>
  /** The queries of these runs do not all have the same ID. */
  toChooseIds(): Promise<void>
}

/** The rule is 1 s. */
const earliestMs = 800
/** The exit code for that. */
const noAnswer = 2
/** A server that comes so late has not answered within the second. */
const mostLateMs = 400

/** How a program looks up a name: what it asks, prints and concludes. */
export function expectLookUp(lookUp: LookUp, all: readonly LookUp[]): LookUpExpectations {
  const { caller, name, queries, script } = lookUp
  const { program } = caller
  const { recorder } = program

  const ended = () => program.exit ?? undefined
  const alias = script.alias ?? null
  const manner = script.packed === true ? 'pointers' : 'in full'
  const form: AnswerForm = lookUp.addresses.length > 1 ? 'several' : alias === null ? manner : 'alias'

  /** Of a program that says that no answer came: its seconds may have been over before ours came. */
  function doubtPatience(): void {
    if (program.exit?.code === noAnswer && lookUp.lateMs > mostLateMs)
      throw new Unsettled('This machine was too busy to answer within a second.')
  }

  async function printed(): Promise<void> {
    await caller.datagram()
    const want = lookUp.addresses
    const look = () => printedAddresses(program.printed(), want)
    const done = () => look().missing.length === 0
    const forged = () => lookUp.forgery !== null && look().lines.includes(lookUp.forgery.address)
    await recorder.until(replyMs, () => (done() || forged() || program.exit !== null ? true : undefined))
    const { missing, lines, sharing } = look()
    const strange = lines.filter((line) => !want.includes(line) && line !== caller.host)
    if (missing.length === 0 && strange.length === 0) return
    const { forgery } = lookUp
    const why = program.exit === null ? 'silence' : 'exit'
    doubtPatience()
    lookUp.fail({ of: 'addresses', form, want, got: lines, sharing, alias, forgery, why })
  }

  return {
    async toAskRightly() {
      await caller.datagram()
      const got = queries[0]?.bytes ?? Buffer.alloc(0)
      const fault = queryFault(got, name, (query) => lookUp.hasMore(Buffer.from(query)))
      if (fault !== null) lookUp.fail({ of: 'query', fault, got })
    },

    toPrintAddresses: printed,

    async toExitWell() {
      const exit = await recorder.until(exitMs, ended)
      if (exit === undefined) lookUp.fail({ of: 'exit', why: 'silence' })
      if (exit.code !== 0) lookUp.fail({ of: 'exit', why: 'code' })
    },

    async toTellOfNothing(code) {
      await caller.datagram()
      const answer = script.rcode ?? 'no address'
      const exit = await recorder.until(replyMs, ended)
      if (exit === undefined) lookUp.fail({ of: 'nothing', answer, why: 'silence' })
      const right = code === 'failure' ? exit.code !== 0 : exit.code === code
      if (!right) doubtPatience()
      if (!right) lookUp.fail({ of: 'nothing', answer, why: 'code' })
    },

    async toAskAgain() {
      await caller.datagram()
      const second = () => queries[1]
      await recorder.until(replyMs, () => second() ?? ended())
      // Its end may be known before what it sent last.
      if (program.exit !== null) await recorder.window(nothingMoreMs, second)
      const [first, next] = queries
      if (first === undefined || next === undefined)
        return lookUp.fail({ of: 'retry', afterMs: null, why: program.exit === null ? 'silence' : 'exit' })
      const afterMs = next.atMs - first.sinceMs
      if (afterMs < earliestMs) lookUp.fail({ of: 'retry', afterMs, why: 'early' })
      return printed()
    },

    async toGiveUp() {
      const { atMs } = await caller.datagram()
      const left = (ms: number) => Math.max(0, atMs + ms - recorder.nowMs())
      const inTime = await recorder.window(left(replyMs), ended)
      const exit = inTime ?? (await recorder.window(left(await stretched(replyMs)), ended))
      if (exit !== undefined) await recorder.window(nothingMoreMs, () => queries[1])
      const how =
        exit === undefined ? 'silence' : queries.length < 2 ? 'once' : exit.code === noAnswer ? null : 'code'
      if (how !== null) lookUp.fail({ of: 'give-up', queries: queries.length, why: how })
    },

    async toChooseIds() {
      for (const each of all) await each.caller.datagram()
      const ids = all.map((each) => dnsId(each.queries[0]?.bytes ?? Buffer.alloc(0)) ?? 0)
      const [id = 0] = ids
      if (ids.every((each) => each === id)) lookUp.fail({ of: 'same-id', id, runs: ids.length })
    },
  }
}
