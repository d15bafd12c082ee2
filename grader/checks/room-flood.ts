import type { Recorder } from '../harness/recorder.ts'
import { Broken } from './broken.ts'
import type { Member } from './room.ts'
import { longestMs, nothingMoreMs, replyMs } from './times.ts'

const lineBytes = 8 * 1024
/** One that reads byte by byte is right, too. */
const patienceMs = 3 * longestMs
/** Where nobody tells how much waits for a client that does not read. The buffers hold about 4 MiB, measured on Linux. */
const usualBytes = 8 * 1024 * 1024
const mostBytes = 64 * 1024 * 1024
/** While so much was said, no more of it found room between the program and the client that does not read. */
const fullBytes = 512 * 1024
const lookBytes = 64 * 1024

/**
 * One member talks much, a second one listens, and a third one reads nothing. The speaker waits until the listener has
 * heard what it said before it says more, so nobody but the third falls behind. Nothing of it is kept.
 */
export async function listenTo(listener: Member, speaker: Member, slow: Member): Promise<void> {
  const { recorder } = listener.peer.program
  const { stream } = listener.peer
  const ear = new Ear(recorder)
  stream.receiveInto((bytes) => ear.hear(bytes))
  speaker.peer.stream.receiveInto(() => {}) // its own words, from a program that sends them back
  const [startedMs, letters] = [recorder.nowMs(), speaker.peer.letters(lineBytes)]
  const over = () => stream.over
  let saidBytes = 0
  const full = new Fullness(slow)
  while (!full.isReached(saidBytes) && over() === null) {
    const last = `${speaker.peer.letters(12).toString()}${saidBytes}`
    const piece = Buffer.concat([letters, Buffer.from(`${last}\n`)])
    if (saidBytes === 0)
      recorder.record(speaker.nick, 'send', { bytes: piece.subarray(0, 64), cutBytes: usualBytes - 64 })
    ear.waitFor(last)
    listener.peer.program.isSent(piece.length)
    void speaker.peer.stream.write(piece)
    saidBytes += piece.length
    // Some give a slow client a second or more, and then go on without it.
    for (
      let before = -1;
      !ear.heard && over() === null && before < ear.bytes && recorder.nowMs() - startedMs < patienceMs;
    ) {
      before = ear.bytes
      await recorder.until(replyMs, () =>
        ear.heard || over() !== null || ear.bytes > before ? true : undefined,
      )
    }
    if (!ear.heard) break
  }
  if (ear.heard) return
  recorder.record('grader', 'deadline')
  await recorder.window(nothingMoreMs, () => over() ?? undefined)
  const who = { by: listener.nick, speaker: speaker.nick, slow: slow.nick }
  throw new Broken({ kind: 'stalled', ...who, saidBytes, heardBytes: ear.bytes, why: over() ?? 'silence' })
}

/** Tells when nothing more finds room between a program and a client that does not read. */
class Fullness {
  readonly #slow: Member
  #most = -1
  #sinceBytes = 0
  #lookAtBytes = 0

  constructor(slow: Member) {
    this.#slow = slow
  }

  isReached(saidBytes: number): boolean {
    if (saidBytes < this.#lookAtBytes) return false
    this.#lookAtBytes = saidBytes + lookBytes
    const queued = this.#slow.peer.stream.queued()
    if (queued === null) return saidBytes >= usualBytes
    if (queued > this.#most) [this.#most, this.#sinceBytes] = [queued, saidBytes]
    return saidBytes - this.#sinceBytes >= fullBytes || saidBytes >= mostBytes
  }
}

/** Listens for the end of what was said last. */
class Ear {
  bytes = 0
  heard = false
  readonly #recorder: Recorder
  #last = Buffer.alloc(0)
  #before = Buffer.alloc(0)

  constructor(recorder: Recorder) {
    this.#recorder = recorder
  }

  waitFor(last: string): void {
    this.heard = false
    this.#last = Buffer.from(last)
  }

  hear(bytes: Buffer): void {
    this.bytes += bytes.length
    const all = Buffer.concat([this.#before, bytes])
    this.heard ||= all.includes(this.#last)
    this.#before = Buffer.from(all.subarray(-this.#last.length))
    this.#recorder.wake()
  }
}
