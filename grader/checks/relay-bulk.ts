import { residentBytes } from '../harness/appetite.ts'
import { Bulk } from '../harness/bulk.ts'
import { Broken } from './broken.ts'
import { whileMoreComes } from './keep-coming.ts'
import type { Talk } from './relay.ts'
import { longestMs, nothingMoreMs, replyMs } from './times.ts'

/** What a program may take beside its own size: the bytes in its hands, and what its runtime makes of them. */
const mostGrowthBytes = 64 * 1024 * 1024
const lookMs = 50
/** Megabytes take their time on a machine that many share. */
const patience = { quiet: replyMs, longest: 4 * longestMs }
/** A prime: no buffer of this length gets lost or comes twice without being noticed. */
const blockBytes = 1_048_573

/** Both sides pour at once, and both read all the time: what one sends is what the other is to get. */
export async function carryBothWays(talk: Talk, bytes: number): Promise<void> {
  const { recorder } = talk.client.program
  const block = talk.client.letters(blockBytes)
  const ends = [talk.client.stream, talk.upstream]
  const bulks = ends.map((end) => new Bulk(recorder, end, block, bytes))
  talk.client.program.isSent(2 * bytes)
  for (const bulk of bulks) void bulk.send(false)
  const over = () =>
    bulks.every((bulk, i) => bulk.settled || ends[i]?.over != null) ||
    bulks.some(({ wrong }) => wrong.length > 0)
  const carried = () => bulks.reduce((sum, each) => sum + each.arrived, 0)
  await whileMoreComes(recorder, carried, over, replyMs, patience)
  const at = bulks.findIndex(({ arrived }) => arrived < bytes)
  if (at !== -1) await fail(talk, bulks[at] as Bulk, at)
}

async function fail(talk: Talk, bulk: Bulk, at: number): Promise<never> {
  const { recorder } = talk.client.program
  const names = [talk.client.stream, talk.upstream]
  const [hearer, speaker] = at === 0 ? names : names.toReversed()
  recorder.record('grader', 'deadline')
  if (bulk.wrong.length > 0) await recorder.window(nothingMoreMs, () => hearer?.over ?? undefined)
  const { total, arrived, wrong } = bulk
  const why = wrong.length > 0 ? bulk.fault : (hearer?.over ?? 'silence')
  const who = { by: hearer?.name ?? '', from: speaker?.name ?? '' }
  throw new Broken({ kind: 'carried', ...who, total, arrived, want: bulk.excerpt(arrived), got: wrong, why })
}

/**
 * The origin pours, made piece by piece, while the client reads nothing. As soon as no more is taken the client reads on,
 * and all that was taken must come out.
 */
export async function offerMuch(talk: Talk, bytes: number): Promise<void> {
  const { program, stream } = talk.client
  const { recorder } = program
  const block = talk.client.letters(blockBytes)
  const listener = new Bulk(recorder, stream, block, bytes)
  const speaker = new Bulk(recorder, talk.upstream, block, bytes)
  const before = residentBytes(program.pid) ?? 0
  const grown = () => (residentBytes(program.pid) ?? before) - before
  program.isSent(bytes)
  talk.client.stopReading()
  const state = { done: false }
  const pouring = speaker.send(false).then(() => (state.done = true))
  let most = 0
  while (!state.done && most < mostGrowthBytes) {
    await recorder.window(lookMs, () => (state.done ? true : undefined))
    most = Math.max(most, grown())
  }
  if (most >= mostGrowthBytes) {
    recorder.record('grader', 'deadline')
    throw new Broken({ kind: 'memory', by: stream.name, grewBytes: most, takenBytes: speaker.taken })
  }
  await pouring
  const taken = Math.max(speaker.taken - inFlightBytes, 0)
  talk.client.readOn()
  await whileMoreComes(
    recorder,
    () => listener.arrived,
    () => listener.arrived >= taken || listener.wrong.length > 0 || stream.over !== null,
    replyMs,
    patience,
  )
  if (listener.arrived < taken) await fail(talk, listener, 0)
}

/** Nobody can tell of the last bytes whether they have left this process. */
const inFlightBytes = 64 * 1024
