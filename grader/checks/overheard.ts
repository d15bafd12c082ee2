import type { RoomExpectation } from '../model/expectation-room.ts'
import type { Member } from './room.ts'

/**
 * What members should not hear: words of their own (`own`), anything at all before they have a name (`unnamed`), notices
 * about somebody who is nobody (`nobody`), words that they have heard already (`again`).
 */
export type Overheard =
  | { readonly because: 'own'; readonly text: string }
  | { readonly because: 'own notice' }
  | { readonly because: 'unnamed' }
  | { readonly because: 'nobody'; readonly client: Member }
  | { readonly because: 'again'; readonly speaker: Member; readonly text: string }

type Wrong = Extract<RoomExpectation, { kind: 'overheard' }>

/** The first line of any of them that is one of these. */
export function noneOf(members: readonly Member[], what: readonly Overheard[]): Wrong | null {
  for (const member of members) {
    for (const each of what) {
      const since = each.because === 'nobody' ? each.client : undefined
      const line = member.lines(since).find((text) => isSuch(text, each, member))
      if (line === undefined) continue
      const because = each.because === 'own notice' ? 'own' : each.because
      const of = since ?? ('speaker' in each ? each.speaker : member)
      return { kind: 'overheard', by: member.nick, line: Buffer.from(line), because, of: of.nick }
    }
  }
  return null
}

function isSuch(line: string, what: Overheard, { name, room }: Member): boolean {
  switch (what.because) {
    case 'unnamed':
      return true
    case 'own notice':
      return line.includes(name) && !isList(line)
    case 'nobody':
      return (
        !isList(line) &&
        (isAbout(line, what.client) || !room.members.some((each) => each.hasName && isAbout(line, each)))
      )
    default:
      return line.includes(what.text)
  }
}

const isList = (line: string) => /present/i.test(line)
const isAbout = (line: string, { name }: Member) => name !== '' && line.includes(name)
