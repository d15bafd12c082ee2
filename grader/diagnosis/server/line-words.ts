import type { Talk } from '../evidence/lines.ts'
import { capital, quote } from '../evidence/text.ts'
import { different, type Finding } from '../finding.ts'

export const replyTo = ({ broken, line, right }: Talk) => {
  const { by, before } = broken.expectation
  return `${capital(by)} sent ${quote(line, 30)} (line ${before + right + 1})`
}
export const wrong = (talk: Talk, symptom: Finding['symptom'], text: string): Finding =>
  different(symptom, text, wanted(talk), first(talk))

export const first = ({ replies }: Talk): Uint8Array => replies[0] ?? new Uint8Array()

// Of the right replies the one that is most like what came.
export function wanted(talk: Talk): Uint8Array {
  const got = first(talk)
  const common = (each: Uint8Array) => {
    const at = each.findIndex((byte, i) => byte !== got[i])
    return at === -1 ? each.length : at
  }
  const [best = new Uint8Array()] = talk.want.toSorted((a, b) => common(b) - common(a))
  return best
}

export const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8')
