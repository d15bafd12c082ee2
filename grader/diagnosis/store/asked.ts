import type { Bytes } from '../../model/expectation.ts'
import { different, type CaseOf, type Finding } from '../finding.ts'
import { insertsOf, keyOf, type Insert } from './story.ts'
import { same } from '../evidence/text.ts'

/** A question of a client, the reply it wants and the one that came. */
export type Asked = {
  readonly by: string
  readonly key: Bytes
  readonly want: Bytes
  readonly got: Bytes
  readonly inserts: readonly Insert[]
  /** What was stored under this key last; none when nothing was. */
  readonly insert: Insert | undefined
  /** Whether the reply is about this key at all. */
  readonly aboutKey: boolean
  /** What the reply tells as the value, as text. */
  readonly value: string
}

export type Rule = (asked: Asked) => Finding | null

export function askedOf(broken: CaseOf<'lookup'>, got: Bytes): Asked {
  const { by, key, want } = broken.expectation
  const inserts = insertsOf(broken)
  const about = keyOf(got)
  return {
    by,
    key,
    want,
    got,
    inserts,
    insert: inserts.findLast((each) => same(each.key, key)),
    aboutKey: same(about, key) && got.length > key.length,
    value: Buffer.from(got.subarray(about.length + 1)).toString(),
  }
}

/** A finding about this reply, with better advice than the symptom's own where there is some. */
export const tell = (
  { want, got }: Asked,
  symptom: Finding['symptom'],
  message: string,
  hint?: string,
): Finding => ({ ...different(symptom, message, want, got), ...(hint === undefined ? {} : { hint }) })
