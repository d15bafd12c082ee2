import type { Case } from '../../model/diagnosis.ts'
import type { Finding } from '../finding.ts'
import { isClient, served } from '../evidence/story.ts'

/** Why an error of one connection ended a Node process that served several: nobody took it. */
export function toldUnhandled(broken: Case, found: Finding): Finding {
  const { track, program } = broken
  if (track !== 'typescript') return found
  if (program.stderr.includes("Unhandled 'error' event")) {
    return {
      ...found,
      message: `${found.message} Nobody listens for 'error' on that socket, and an 'error' nobody listens for ends a Node process.`,
      hint: "Give every connection a listener of its own: `connection.on('error', …)`.",
    }
  }
  if (program.error === null || !servesOthers(broken)) return found
  return {
    ...found,
    message: `${found.message} Nobody awaits the task of that client, so its error became an unhandled rejection, which ends a Node process.`,
    hint: 'Take the error where you start the task: `handle(connection).catch(…)`.',
  }
}

// Others are connected and have been answered: no task was awaited before the next client was accepted.
function servesOthers(broken: Case): boolean {
  const rude = broken.transcript.findLast(({ event }) => event === 'abort')?.actor
  const left = broken.transcript.filter(({ event }) => event === 'finish' || event === 'end')
  return served(broken).some(
    (client) => client !== rude && isClient(client) && !left.some(({ actor }) => actor === client),
  )
}
