import type { Patience } from './waiting.ts'

/** Lets callers in one after another, in the order they came. Nobody there: the caller goes in at once, in the same tick. */
export class Turns {
  #last: Promise<void> | undefined

  async take<T>(patience: Patience, task: () => Promise<T>): Promise<T> {
    const before = this.#last
    let leave = () => {}
    const own = new Promise<void>((resolve) => (leave = resolve))
    // Behind both: a caller that lost patience leaves, but whoever was before it may still be at work.
    const last: Promise<void> = Promise.all([before, own]).then(() => {
      if (this.#last === last) this.#last = undefined
    })
    this.#last = last
    try {
      if (before) await patience.until(before)
      return await task()
    } finally {
      leave()
    }
  }

  /** When everybody now in line has left. */
  async over(): Promise<void> {
    await this.#last
  }
}
