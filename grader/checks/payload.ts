import { Draws } from '../model/draws.ts'

/** Draws payloads from a seed, so that a run can be repeated and no answer can be known in advance. */
export class Payloads extends Draws {
  /**
   * Letters of both cases, digits, punctuation and, from length 10 on, a double blank: whoever trims, splits or swaps
   * cases is noticed. Begins and ends with a lower-case letter.
   */
  text(length = 12): string {
    const letters = 'abcdefghijklmnopqrstuvwxyz'
    const pick = (from: string) => from[this.integer(from.length)] ?? 'a'
    const inner = Array.from({ length: Math.max(0, length - 2) }, (_, i) => {
      if (length >= 10 && (i === 3 || i === 4)) return ' '
      if (i % 9 === 6) return pick(letters.toUpperCase())
      return pick(i % 9 === 8 ? '-.,!?' : `${letters}0123456789`)
    })
    return (pick(letters) + inner.join('') + pick(letters)).slice(0, length)
  }

  /** An IPv4 address. */
  address(): string {
    const octet = (least: number, below: number) => least + this.integer(below)
    return [octet(128, 90), octet(0, 256), octet(0, 256), octet(1, 254)].join('.')
  }

  /** Many small letters, quickly. */
  letters(length: number): Buffer {
    const bytes = Buffer.alloc(length)
    for (let i = 0; i < length; i++) bytes[i] = 97 + this.integer(26)
    return bytes
  }

  /** As `text`, with letters outside ASCII in it. */
  unicode(length = 12): string {
    const odd = ['é', 'ü', 'ñ', 'ø', '日本', '✓', 'ß'][this.integer(7)] ?? 'é'
    return `${this.text(length)}-${odd}-${this.text(4)}`
  }
}
