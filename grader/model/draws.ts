/** Numbers drawn from a seed and names: the same ones for the same, on every machine. */
export class Draws {
  #state: number

  constructor(seed: number, ...names: string[]) {
    this.#state = names
      .join('/')
      .split('')
      .reduce((hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 16777619), seed | 0)
  }

  integer(below: number): number {
    return Math.floor(this.#next() * below)
  }

  // mulberry32
  #next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
