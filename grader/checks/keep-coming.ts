import type { Recorder } from '../harness/recorder.ts'
import { longestMs, quietMs, replyMs } from './times.ts'

/**
 * Waits for `done` while more keeps coming: `size` must grow in time for the first and then for every next piece.
 * There is an end to it all the same, since a program may drip one byte at a time.
 */
export async function whileMoreComes(
  recorder: Recorder,
  size: () => number,
  done: () => boolean,
  firstMs = replyMs,
  { quiet = quietMs, longest = longestMs } = {},
): Promise<void> {
  const startedMs = recorder.nowMs()
  while (!done() && recorder.nowMs() - startedMs < longest) {
    const before = size()
    const more = () => (done() || size() > before ? true : undefined)
    if ((await recorder.until(before === 0 ? firstMs : quiet, more)) === undefined) return
  }
}
