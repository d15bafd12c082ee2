const lookMs = 10

/**
 * How late this process reads what has arrived. While it waits for a processor, or is busy, datagrams wait in the
 * kernel, and nobody can tell since when: but what was not there at one look has arrived after it.
 */
export class LoopWatch {
  readonly #nowMs: () => number
  readonly #timer: NodeJS.Timeout
  #lookedMs: number
  /** The longest time between two looks. */
  worstMs = 0

  constructor(nowMs: () => number) {
    this.#nowMs = nowMs
    this.#lookedMs = nowMs()
    this.#timer = setInterval(() => this.#look(), lookMs).unref()
  }

  /** What is read right now has arrived after this moment. */
  get sinceMs(): number {
    return this.#lookedMs
  }

  stop(): void {
    clearInterval(this.#timer)
  }

  // Timers come before the sockets are read, and setImmediate() after: then everything older than `startMs` was read.
  #look(): void {
    const startMs = this.#nowMs()
    setImmediate(() => {
      this.worstMs = Math.max(this.worstMs, startMs - this.#lookedMs)
      this.#lookedMs = startMs
    })
  }
}
