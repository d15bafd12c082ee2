import type { Case } from '../model/diagnosis.ts'
import type { ProgramError } from '../model/program.ts'
import { clientError } from './client/client-errors.ts'
import { isMisfortune } from './client/failing.ts'
import { lastAddress, sending } from './evidence/calls.ts'
import { errorOf, howItEnded, show, where } from './evidence/error.ts'
import { explanation } from './advice/explanations.ts'
import { finding, type Finding } from './finding.ts'
import { printedInstead } from './evidence/screen.ts'
import { serverError } from './server/server-errors.ts'
import { finishedEmpty, missing, received, served, whatItDid, whoWasServed } from './evidence/story.ts'
import { diedOnReset } from './server/rude-client.ts'
import { leftTheLoop } from './server/end-of-file.ts'
import { toldUnhandled } from './server/unhandled.ts'
import { stoppedAtEmpty } from './server/empty-datagram.ts'
import { capital, count, plain, quoteText, sentence } from './evidence/text.ts'

const wanted = {
  server: 'a program that keeps serving',
  client: 'a program that does its work and exits with code 0',
}

// A receiver is called like a server and ends like a client.
const ends = ({ role, expectation }: Case) => role === 'client' || expectation.kind === 'delivery'
const wantedOf = (broken: Case) => wanted[ends(broken) ? 'client' : 'server']
const isAboutItsExit = (broken: Case): boolean => {
  const { expectation } = broken
  return (
    expectation.kind === 'exit' ||
    expectation.kind === 'transmission' ||
    (expectation.kind === 'call' && wentElsewhere(broken)) ||
    (expectation.kind === 'delivery' && expectation.fault.of === 'exit')
  )
}

// It gave up on a server that is not where it looked: that, and not its exit code, is what to tell.
const wentElsewhere = (broken: Case): boolean => {
  const tried = lastAddress(broken, ['connect', ...sending])?.[1]
  return tried !== undefined && tried !== broken.port
}

/** A program that ended by itself, or was stopped: whatever was missed on the wire follows from that. */
export function diagnoseEnding(broken: Case): Finding | null {
  const { program, expectation } = broken
  if (program.flooded) {
    const actual = 'more than 8 MiB of output'
    return finding(
      'output-flood',
      `Your program printed ${actual} and was stopped.`,
      'an occasional line',
      actual,
    )
  }
  if (program.exit === null || expectation.kind === 'give-up') return null
  const reset = diedOnReset(broken)
  if (reset !== null) return toldUnhandled(broken, reset)
  const error = expectation.kind === 'failure' ? bugIn(broken) : errorOf(program)
  if (error === null && expectation.kind === 'failure') return null
  if (error !== null && /^(Syntax|Indentation|Tab)Error$/.test(error.type)) return doesNotParse(broken, error)
  if (broken.role === 'module') return null // told by what was expected of it
  const known = error === null ? null : knownError(broken, error)
  if (known !== null) return known
  const abnormal = program.exit.code !== 0 || error !== null
  if (ends(broken))
    return abnormal && !isAboutItsExit(broken) ? crashed(broken, error) : exitOrNull(broken, error)
  return atEndOfInput(broken) ?? (abnormal ? crashed(broken, error) : cameToItsEnd(broken))
}

export const knownError = (broken: Case, error: ProgramError): Finding | null =>
  (broken.role === 'server' ? serverError : clientError)(broken, error)

// Of a client that was to fail: an error that the server did not cause.
const bugIn = ({ expectation, program: { error } }: Case): ProgramError | null =>
  expectation.kind === 'failure' && expectation.traced && error !== null && !isMisfortune(error)
    ? error
    : null

// An exit code without an error is the check's own finding.
const exitOrNull = (broken: Case, error: ProgramError | null) =>
  error === null ? null : crashed(broken, error)

function doesNotParse({ program }: Case, { type, message, place, source }: ProgramError): Finding {
  const text = sentence(
    `Your program cannot be started: ${plain(place ?? 'one of its lines')}: ${plain(`${type}: ${message}`)}`,
  )
  const lines = program.stderr.split(/\r?\n/).map((line) => line.trimEnd())
  const at = lines.findLastIndex((line) => source !== null && line.trim() === source)
  const caret = at === -1 ? undefined : lines[at + 1]
  const shown = source === null ? plain(message) : plain(source)
  if (caret === undefined || !/^ +[\^~]+$/.test(caret))
    return finding('does-not-parse', text, 'a program that starts', shown)
  const indent = (lines[at] ?? '').length - (lines[at] ?? '').trimStart().length
  return finding('does-not-parse', text, 'a program that starts', `${shown}\n${caret.slice(indent)}`)
}

function crashed(broken: Case, error: ProgramError | null): Finding {
  const { program } = broken
  if (error === null) return endedBadly(broken)
  const text = `Your program crashed${where(error)}${moment(broken)}. ${sentence(show(error))}${explanation(broken, error)}`
  return finding('crashed', text, wantedOf(broken), howItEnded({ ...program, error }))
}

// Nothing tells where: it ended itself, or an error was caught and hidden.
function endedBadly(broken: Case): Finding {
  const { program, track } = broken
  const last = program.stderr.trim().split('\n').at(-1) ?? ''
  const said = last === '' ? '' : ` It printed ${quoteText(last)}.`
  const idle = track === 'typescript' && program.exit?.code === 13
  const why = idle ? ' Nothing was left that could ever finish its `await`: no open socket, no timer.' : said
  const text = `Your program ended with ${howItEnded(program)}${moment(broken)}.${why}`
  const hint = idle
    ? 'Is a call awaited on a socket that is closed, or never connected?'
    : 'Find what ends it: a call that exits, or an error that is caught. Print the whole error there, not only its message.'
  return { ...finding('crashed', text, wantedOf(broken), howItEnded(program)), hint }
}

// What the other side had just done: the nearest thing to a cause that the wire shows.
function moment(broken: Case): string {
  const exit = broken.transcript.findIndex(({ event }) => event === 'exit')
  const verbs: Record<string, string> = {
    connect: 'connected',
    finish: 'had finished sending',
    accept: 'had accepted the connection',
  }
  const last = broken.transcript
    .slice(0, exit === -1 ? undefined : exit)
    .findLast(
      ({ actor, event }) =>
        !['program', 'grader'].includes(actor) && (event === 'send' || Object.hasOwn(verbs, event)),
    )
  if (last === undefined) return ''
  const who = /^(server|origin)/.test(last.actor) ? `the ${last.actor}` : last.actor
  const size = last.bytes?.length ?? 0
  const sent = size === 0 ? 'had sent an empty datagram' : `had sent ${count(size, 'byte')}`
  return `, after ${who} ${verbs[last.event] ?? sent}`
}

/** Of a server that an empty message ended: end of file with TCP, an empty datagram with UDP. */
function atEndOfInput(broken: Case): Finding | null {
  if (broken.transport === 'udp') return stoppedAtEmpty(broken)
  const client = finishedEmpty(broken)
  if (client === undefined) return null
  const error = errorOf(broken.program)
  const how = error === null ? '' : ` (${show(error)}${where(error)})`
  const text =
    `${capital(client)} closed without sending anything: recv() returned 0 bytes, which means end of file, and your server ` +
    `died${how}. Close that connection and accept the next.`
  return finding('died-on-eof', text, 'the next client is served', howItEnded(broken.program))
}

function cameToItsEnd(broken: Case): Finding {
  const { transport, program, track } = broken
  const atEndOfFile = leftTheLoop(broken)
  if (atEndOfFile !== null) return atEndOfFile
  const [by, ended] = [missing(broken), howItEnded(program)]
  if (broken.expectation.kind === 'hang-up') {
    const text = `${whatItDid(broken, by)}, and your whole program ended (${ended}). Close this connection alone, and accept the next client.`
    return finding('exited-early', text, wanted.server, ended)
  }
  const clients = served(broken)
  if (clients.length > 0 && transport === 'udp') {
    const text = `${whoWasServed(clients, 'answered')}, and then your program ended (${ended}): recvfrom() and sendto() belong inside a loop that never ends.`
    return finding('stopped-answering', text, wanted.server, ended)
  }
  if (clients.length > 0) {
    const why =
      track === 'typescript'
        ? ' Node ends a program that has no open socket left: is there no loop, or did you close the listening socket?'
        : ''
    const text = `${whoWasServed(clients)}, and then your program ended (${ended}): nobody accepts the next client.${why || ' accept() belongs inside a loop that never ends.'}`
    return finding('ended-after-first-client', text, wanted.server, ended)
  }
  const reached = broken.expectation.kind !== 'connect'
  const done = reached ? `${whatItDid(broken, by)}, and your program ended` : 'Your program ended'
  const before = transport === 'tcp' ? 'anybody could connect' : 'it answered anybody'
  const screen = reached && received(broken, by).length === 0 ? printedInstead(broken) : ''
  const text = reached
    ? `${done} (${ended}) without a reply.${screen}`
    : `${done} (${ended}) before ${before}.`
  return finding('exited-early', text, wanted.server, ended)
}
