import type { Crowd } from '../../model/expectation.ts'
import { finding, type CaseOf, type Finding } from '../finding.ts'
import { count, plain } from '../evidence/text.ts'

/** Fewer than these may belong to clients of the crowd before, which are just being closed. */
const fewest = 4

/** Clients have come and gone, and the program still holds what it opened for them. */
export function diagnoseDescriptors(broken: CaseOf<'descriptors'>): Finding {
  const { before, crowds } = broken.expectation
  const clients = crowds.reduce((sum, crowd) => sum + crowd.clients, 0)
  const more = crowds.reduce((sum, crowd) => sum + crowd.left, 0)
  const now = before + more
  const text =
    `${count(clients, 'client')} came and went, and ${count(more, 'descriptor')} more are open (${before} before, ` +
    `${now} now).${whose(crowds, areConnections(broken))}`
  return finding('leaked-descriptors', text, `about ${count(before, 'open descriptor')}`, `${now}`)
}

function whose(crowds: readonly Crowd[], connections: boolean): string {
  const leaky = crowds.filter(({ left }) => left >= fewest)
  if (leaky.length === 0) return ''
  if (leaky.length === crowds.length) {
    return connections
      ? ' Every client leaves some: nothing closes its connection.'
      : ' Every client leaves some, and they are no connections: what else do you open for each, a file perhaps?'
  }
  const dids = leaky.map(({ did }) => plain(did)).join(', or ')
  return ` They are of the clients who ${dids}: there close() is skipped. Close in \`finally\`, so that error paths close too.`
}

/** Connections that are still held have their port; where that cannot be told, they are meant. */
function areConnections({ program, port }: CaseOf<'descriptors'>): boolean {
  const held = program.sockets?.filter((socket) => socket.port === port && socket.state !== 'listening')
  return held === undefined || held.length >= fewest
}
