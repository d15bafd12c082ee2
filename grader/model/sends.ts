/** One call of send(): what it was offered, how much of it was taken (null: it failed), and how many before it were not awaited. */
export type Send = { readonly bytes: Uint8Array; readonly took: number | null; readonly waiting: number }

/** What is wrong with the bytes of a call, seen from the ones before it. */
export type Misstep =
  /** It goes on after all that was offered before, not after what was taken. */
  | 'assumed'
  /** It begins with the first byte again. */
  | 'restarted'
  | 'repeated'
  | 'skipped'
  /** It goes on as many letters later as bytes were taken. */
  | 'letters'
  /** It offers more than what is left. */
  | 'more'
  | 'different'

const telltaleBytes = 8

const cutByLetters = (data: Buffer, at: number): Buffer => Buffer.from(data.toString().slice(at))

/**
 * Follows calls of send() through the data: each must go on where the one before was cut off. With `assuming`, it may
 * also go on after all that was offered: whether somebody heeds the count is one question, whether they loop another.
 */
export class SendWalk {
  /** So many bytes were taken as they should be. */
  at = 0
  misstep: Misstep | null = null
  /** The bytes of the call that went astray, and which call it was, from 1. */
  astray: { readonly bytes: Uint8Array; readonly nth: number } | null = null
  assumed = false
  readonly #data: Buffer
  readonly #assuming: boolean
  /** Where the last call began, how much it offered, and where one goes on that assumes everything was taken. */
  #last = 0
  #offered = 0
  #ahead = 0
  #calls = 0

  constructor(data: Uint8Array, assuming = false) {
    this.#data = Buffer.from(data)
    this.#assuming = assuming
  }

  step({ bytes, took }: Send): void {
    this.#calls++
    if (this.misstep !== null || bytes.length === 0) return
    const from = this.#assuming && this.assumed ? this.#ahead : this.at
    if (!this.#stands(bytes, from)) this.#stumble(bytes)
    if (this.misstep !== null || took === null) return
    const start = this.assumed ? this.#ahead : from
    this.#last = start
    this.#offered = bytes.length
    this.#ahead = start + bytes.length
    if (!this.assumed) this.at = start + took
  }

  /** Where the call before this one began, and how many bytes it offered. */
  get before(): { readonly from: number; readonly offered: number } {
    return { from: this.#last, offered: this.#offered }
  }

  /** Nothing is left to be offered. */
  get done(): boolean {
    return (this.assumed ? this.#ahead : this.at) >= this.#data.length
  }

  #stumble(bytes: Uint8Array): void {
    const misstep = this.#recognise(bytes)
    if (misstep === 'assumed' && this.#assuming) this.assumed = true
    else [this.misstep, this.astray] = [misstep, { bytes, nth: this.#calls }]
  }

  #recognise(bytes: Uint8Array): Misstep {
    if (this.at !== this.#ahead && this.#stands(bytes, this.#ahead)) return 'assumed'
    if (this.at > 0 && this.#stands(bytes, 0)) return 'restarted'
    const rest = this.#data.subarray(this.at)
    if (rest.equals(bytes.subarray(0, rest.length))) return 'more'
    if (cutByLetters(this.#data, this.at).subarray(0, bytes.length).equals(bytes)) return 'letters'
    const found = this.#data.indexOf(bytes.subarray(0, Math.max(telltaleBytes, Math.min(bytes.length, 64))))
    if (found === -1 || bytes.length < telltaleBytes) return 'different'
    if (found === this.at) return 'different'
    return found < this.at ? 'repeated' : 'skipped'
  }

  #stands(bytes: Uint8Array, at: number): boolean {
    return bytes.length > 0 && this.#data.subarray(at, at + bytes.length).equals(bytes)
  }
}
