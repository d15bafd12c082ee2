import type { Case } from '../../model/diagnosis.ts'
import { afterwards, sent } from '../evidence/story.ts'
import { capital, count } from '../evidence/text.ts'
import type { Finding } from '../finding.ts'

const block = 512

/** A read that fills the buffer was taken for a sign that more is to come: the reply came at the end of file. */
export function waitsForMore(
  broken: Case,
  by: string,
  complete: string,
): Omit<Finding, 'actual' | 'expected'> | null {
  const size = sent(broken, by).at(-1)?.bytes?.length ?? 0
  const late = afterwards(broken).some(({ actor, event }) => actor === by && event === 'receive')
  if (size === 0 || size % block !== 0 || !late) return null
  return {
    symptom: 'waits-for-eof',
    message: `${capital(by)} sent exactly ${count(size, 'byte')}, ${complete}, and the reply came only when it had finished its side. A recv() that fills its buffer does not tell that more will come.`,
    hint: 'Look after every recv() whether what has come so far is complete: never wait for a recv() that returns less.',
  }
}
