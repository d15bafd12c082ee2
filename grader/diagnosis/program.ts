import type { Case } from '../model/diagnosis.ts'
import type { ProgramError } from '../model/program.ts'
import { finding, type Finding } from './finding.ts'
import { clientError, serverError } from './errors.ts'
import { capital, finishedEmpty, servedBefore, whatItDid } from './story.ts'
import { count } from './text.ts'

const expectations = { server: 'a program that keeps serving', client: 'a program that does its work and then exits with code 0' }

/** When the program ended by itself, that is the cause: whatever else was missed follows from it. */
export function diagnoseEnding(broken: Case): Finding | null {
  const { program, role, expectation } = broken
  if (program.flooded) {
    const actual = 'more than 8 MiB of output'
    return finding('output-flood', `Your program printed ${actual} and was stopped.`, 'an occasional line', actual)
  }
  if (program.exit === null) return null
  if (program.error?.type.match(/^(Syntax|Indentation|Tab)Error$/)) return doesNotParse(program.error)
  const known = program.error === null ? null : (role === 'server' ? serverError : clientError)(broken, program.error)
  if (known !== null) return known
  const abnormal = program.exit.code !== 0 || program.error !== null
  if (role === 'client' && !abnormal) return null
  if (role === 'server') {
    const empty = finishedEmpty(broken)
    if (empty !== undefined) return diedOnEof(broken, empty)
  }
  if (abnormal) return crashed(broken)
  const by = 'by' in expectation ? expectation.by : ''
  const served = servedBefore(broken, by)
  const who = served.length > 0 || hasAnswer(broken, by)
  return who ? endedAfterFirst(broken, served) : endedEarly(broken)
}

const hasAnswer = (broken: Case, by: string) => broken.transcript.some(({ actor, event }) => actor === by && event === 'receive')

function doesNotParse({ type, message, place, source }: ProgramError): Finding {
  const text = `Your program cannot be started: ${place ?? 'a line of it'}: ${type}: ${message}.`
  return finding('does-not-parse', text, 'a program that starts', source ?? message)
}

export function howItEnded({ program }: Case): string {
  const { exit, error } = program
  const code = exit?.signal ? `killed by ${exit.signal}` : `exit code ${exit?.code}`
  return error === null ? code : `${error.type}: ${error.message} (${code})`
}

/** `at server.py:14 (data = server.recv(1024))`, or nothing when no line of theirs is known. */
export function where(error: ProgramError | null): string {
  if (error?.place == null) return ''
  return error.source === null ? ` at ${error.place}` : ` at ${error.place}: \`${error.source}\``
}

function crashed(broken: Case): Finding {
  const { error } = broken.program
  const what = error === null ? `ended with ${howItEnded(broken)}` : `crashed${where(error)} with ${error.type}: ${error.message}`
  return finding('crashed', `Your program ${what}${moment(broken)}.`, expectations[broken.role], howItEnded(broken))
}

// What the other side had just done: the nearest thing to a cause that the wire shows.
function moment(broken: Case): string {
  const exit = broken.transcript.findIndex(({ event }) => event === 'exit')
  const last = broken.transcript
    .slice(0, exit)
    .findLast(({ actor, event }) => !['program', 'grader'].includes(actor) && ['connect', 'send', 'finish', 'reset', 'accept'].includes(event))
  if (last === undefined) return ''
  const verbs: Record<string, string> = {
    connect: 'connected',
    send: `sent ${count(last.bytes?.length ?? 0, 'byte')}`,
    finish: 'finished sending',
    reset: 'was reset',
    accept: 'accepted the connection',
  }
  return `, after ${last.actor} ${verbs[last.event] ?? last.event}`
}

function diedOnEof(broken: Case, client: string): Finding {
  const error = broken.program.error
  const how = error === null ? '' : ` (${error.type}: ${error.message}${where(error)})`
  const text =
    `${capital(client)} closed without sending anything: recv() returned 0 bytes, which means end of file, and your ` +
    `server died${how}. Close that connection and accept the next.`
  return finding('died-on-eof', text, 'the next client is served', howItEnded(broken))
}

function endedAfterFirst(broken: Case, served: readonly string[]): Finding {
  const who = served.length > 1 ? `${served.length} clients were` : `${capital(served[0] ?? 'the first client')} was`
  const text =
    broken.transport === 'tcp'
      ? `${who} served and then your program ended (${howItEnded(broken)}), so nobody accepts the next client.`
      : `${who} answered and then your program ended (${howItEnded(broken)}): recvfrom() and sendto() belong inside a loop.`
  const symptom = broken.transport === 'tcp' ? 'exited-after-first-client' : 'stopped-answering'
  return finding(symptom, text, expectations.server, howItEnded(broken))
}

function endedEarly(broken: Case): Finding {
  const { expectation } = broken
  const reached = expectation.kind !== 'connect'
  const done = reached ? `${whatItDid(broken, 'by' in expectation ? expectation.by : 'client 1')}, and your program ended` : 'Your program ended'
  const verb = broken.transport === 'tcp' ? 'listening' : 'answering'
  const text = `${done} (${howItEnded(broken)}) without ${reached ? 'replying' : verb}.`
  return finding('exited-early', text, expectations.server, howItEnded(broken))
}
