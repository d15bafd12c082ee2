import { beforeDeadline, isClient } from '../evidence/story.ts'
import { capital, sized } from '../evidence/text.ts'
import { finding, type CaseOf, type Finding } from '../finding.ts'

/** Of a server that lives on and has served nobody since a client left without its answer. */
export function stuckOn(broken: CaseOf<'stream'>, whatItDoes: string): Finding | null {
  const { by, want } = broken.expectation
  const early = beforeDeadline(broken)
  const mine = early.findIndex(({ actor, event }) => actor === by && event === 'connect')
  const last = early.slice(0, Math.max(mine, 0)).findLast(({ actor }) => isClient(actor))?.actor
  const own = early.filter(({ actor }) => actor === last)
  const did = (event: string) => own.some((each) => each.event === event)
  const sinceThen = early.slice(early.findIndex(({ actor }) => actor === last))
  if (last === undefined || sinceThen.some(({ event }) => event === 'receive')) return null
  const left = leaving(did)
  if (left === null) return null
  const text = `${capital(last)} ${left.how}, and since then your server serves nobody: ${by} connected but got nothing.${whatItDoes} ${left.so}`
  return {
    ...finding('served-only-once', text, sized(want), 'nothing: the connection stayed open and silent'),
    hint: 'However a connection ends, close it and go back to accept().',
  }
}

function leaving(did: (event: string) => boolean): { readonly how: string; readonly so: string } | null {
  if (did('abort'))
    return { how: 'reset its connection', so: 'After an error on a connection the next client comes.' }
  if (did('finish') && !did('send') && !did('receive'))
    return {
      how: 'closed without sending anything',
      so: 'Zero bytes from recv() are the end of file: none follow.',
    }
  return null
}
