import { Broken } from './broken.ts'
import { whileMoreComes } from './keep-coming.ts'
import type { TcpPeer } from './peers.ts'
import { nothingMoreMs, replyMs } from './times.ts'

/** Everything that `sendMuch` sends comes back as it was. */
export async function expectAllBack({ bulk, stream, program }: TcpPeer): Promise<void> {
  if (bulk === null) throw new Error('sendMuch() comes first')
  const { recorder } = program
  const over = () => bulk.settled || stream.over !== null
  // Whether a program answers before the client has finished is another check's business.
  await recorder.until(replyMs, () => (over() || bulk.arrived > 0 ? true : undefined))
  if (bulk.arrived === 0 && !over() && bulk.taken === bulk.total) await stream.finish()
  await whileMoreComes(recorder, () => bulk.arrived, over)
  if (bulk.arrived === bulk.total) return
  recorder.record('grader', 'deadline')
  if (bulk.wrong.length > 0) await recorder.window(nothingMoreMs, () => stream.over ?? undefined)
  const { total, taken, arrived, wrong } = bulk
  throw new Broken({
    kind: 'bulk',
    by: stream.name,
    total,
    taken,
    arrived,
    want: bulk.excerpt(arrived),
    got: wrong,
    why: wrong.length > 0 ? bulk.fault : (stream.over ?? 'silence'),
  })
}
