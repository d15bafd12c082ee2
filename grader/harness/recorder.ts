import type { EventName, TranscriptEvent } from '../model/transcript.ts'
import { stretched } from './patience.ts'

type Details = Omit<TranscriptEvent, 'atMs' | 'actor' | 'event'>

/** The one transcript of a check. Everything that happens is recorded here, and every wait is a wait for a record. */
export class Recorder {
  readonly events: TranscriptEvent[] = []
  readonly startedAtMs: number
  /** How much of every deadline is given: 1, or less where nothing is decided yet. */
  readonly share: number
  readonly #waiting = new Set<() => void>()

  constructor(share = 1) {
    this.share = share
    this.startedAtMs = performance.timeOrigin + performance.now()
  }

  record(actor: string, event: EventName, details: Details = {}): void {
    this.events.push({ atMs: this.nowMs(), actor, event, ...details })
    this.wake()
  }

  /** Adds to the last event what belongs to it, so that a thousand tiny pieces are no thousand events. */
  amend(details: Details): void {
    const last = this.events.at(-1)
    if (last !== undefined) this.events[this.events.length - 1] = { ...last, ...details }
    this.wake()
  }

  nowMs(): number {
    return performance.timeOrigin + performance.now() - this.startedAtMs
  }

  /** Has every pending wait look again, for changes that are no event of their own. */
  wake(): void {
    for (const look of this.#waiting) look()
  }

  /**
   * Waits until `look` finds something, at most `usualMs` as stretched for the load of this machine.
   * Resolves to what it found, or undefined when time ran out. What `look` throws, it rejects with.
   */
  async until<T>(usualMs: number, look: () => T | undefined): Promise<T | undefined> {
    const ms = usualMs * this.share
    const found = await this.#untilExactly(ms, look)
    if (found !== undefined) return found
    const moreMs = (await stretched(ms)) - ms
    return moreMs > 0 ? this.#untilExactly(moreMs, look) : look()
  }

  /** A fixed window, for the claim that nothing more arrives: ends early only when `look` finds something. */
  async window<T>(ms: number, look: () => T | undefined): Promise<T | undefined> {
    return this.#untilExactly(ms, look)
  }

  #untilExactly<T>(ms: number, look: () => T | undefined): Promise<T | undefined> {
    return new Promise((resolve, reject) => {
      let settled = false
      const settle = (end: () => void) => {
        settled = true
        clearTimeout(timer)
        this.#waiting.delete(tryNow)
        end()
      }
      const tryNow = () => {
        if (settled) return
        try {
          const found = look()
          if (found !== undefined) settle(() => resolve(found))
        } catch (error) {
          settle(() => reject(error))
        }
      }
      // A late timer comes before the sockets are read: what has already arrived is looked at first.
      const giveUp = () => {
        tryNow()
        if (!settled) settle(() => resolve(undefined))
      }
      const timer = setTimeout(() => setImmediate(giveUp), ms)
      this.#waiting.add(tryNow)
      tryNow()
    })
  }
}
