import type { Case } from '../../model/diagnosis.ts'
import { codeFor, meaningOfCode, type Misfortune } from '../../model/failure.ts'
import type { ProgramError } from '../../model/program.ts'
import { inTheirLanguage } from '../advice/idioms.ts'
import { saying } from '../evidence/error.ts'
import { bytesOf } from '../evidence/story.ts'
import { plain, quote, quoteText } from '../evidence/text.ts'
import { finding, type CaseOf, type Finding } from '../finding.ts'
import { whatItDoes } from '../server/stream.ts'

type Failure = CaseOf<'failure'>

const befell: { readonly [each in Misfortune]: (broken: Failure) => string } = {
  refused: ({ port }) => `Nobody listens on port ${port}, so that your connection was refused`,
  silent: () => 'The server accepted, took your line and stayed silent',
  closed: () => 'The server took your line and closed the connection without answering',
  reset: () => 'The server took your line and reset the connection (RST) without answering',
  cut: (broken) =>
    `The server sent ${quote(partSent(broken), 30)}, a part of its reply, and reset the connection (RST)`,
}

const partSent = ({ transcript }: Case): Buffer =>
  Buffer.from(
    bytesOf(
      transcript.filter(({ actor, event }) => actor.startsWith('server') && event === 'send').slice(-1),
    ),
  )

/** A client did not tell a failure as it should. */
export function diagnoseFailure(broken: Failure): Finding {
  return {
    silence: stillRuns,
    early: gaveUpEarly,
    code: wrongCode,
    trace: stackTrace,
    stdout: printedOnFailure,
    stderr: saidNothing,
  }[broken.expectation.why](broken)
}

const lastLine = (text: string) => text.trimEnd().split('\n').at(-1)?.trim() ?? ''

/** What the server or the network did to the program, as opposed to a bug of its own. */
export const isMisfortune = ({ type, code, message }: ProgramError): boolean =>
  /^(ECONN(REFUSED|RESET|ABORTED)|EPIPE|ETIMEDOUT|ABORT_ERR|UND_ERR\w*)$/.test(code ?? '') ||
  /^(timeout|\w*Timeout\w*|AbortError|IncompleteReadError|Connection\w+Error|BrokenPipeError)$/.test(type) ||
  /time[d-]? ?out/i.test(message)

const wanted = (of: Misfortune) => `exit code ${codeFor[of]} (${meaningOfCode[codeFor[of]]})`

function stillRuns(broken: Failure): Finding {
  const { of, timeoutMs } = broken.expectation
  const does = whatItDoes(broken)
  if (timeoutMs !== null) {
    const text = `${befell[of](broken)}, and after 3 times TIMEOUT_MS (${timeoutMs} ms) your program still waits.${does}`
    return finding('no-timeout', text, `${wanted(of)} in time`, 'a program that is still running')
  }
  const seconds = of === 'refused' ? 5 : 3
  const text = `${befell[of](broken)}, and ${seconds} s later your program is still running.${does}`
  const hint =
    of === 'closed'
      ? 'After the end of the stream recv() returns 0 bytes at once, again and again: leave the loop.'
      : 'Let the failure end the program: close the socket, and do not try for ever.'
  return { ...finding('not-exited', text, wanted(of), 'a program that is still running'), hint }
}

function gaveUpEarly(broken: Failure): Finding {
  const { timeoutMs, tookMs } = broken.expectation
  const took = `${Math.round(tookMs)} ms`
  const text =
    `${befell.silent(broken)}, and your program gave up after ${took} at most, although TIMEOUT_MS was ${timeoutMs}: ` +
    'the reply might still have come.'
  const hint = inTheirLanguage(
    'Take the time from the third argument, and mind its unit: {settimeout}.',
    broken,
  )
  return { ...finding('did-not-wait', text, `about ${timeoutMs} ms of patience`, took), hint }
}

function wrongCode(broken: Failure): Finding {
  const { of, traced } = broken.expectation
  const { exit, stderr } = broken.program
  const code = exit?.code ?? null
  if (code === 0) return tookItForSuccess(broken)
  if (traced) return stackTrace(broken)
  const how = exit?.signal == null ? `exit code ${code}` : `the signal ${exit.signal}`
  const known = code === null ? undefined : meaningOfCode[code]
  const says = known === undefined ? '' : `, which says “${known}”`
  const printed = stderr.trim() === '' ? '' : ` It printed ${quoteText(lastLine(stderr), 80)}.`
  const text = `${befell[of](broken)}, and your program ended with ${how}${says}. Here it must be ${codeFor[of]}: ${meaningOfCode[codeFor[of]]}.${printed}`
  return { ...finding('exit-code', text, wanted(of), how), hint: hintForCode(broken, code) }
}

function hintForCode(broken: Failure, code: number | null): string {
  const which =
    'Tell the failures apart where you catch them: refused in connect(), out of time, reset, or 0 bytes from recv().'
  return code === 1 && broken.track === 'python'
    ? `${which} Note that \`sys.exit('text')\` exits with 1: print the text to sys.stderr, then {exit}.`.replace(
        '{exit}',
        inTheirLanguage('{exit}', broken),
      )
    : inTheirLanguage(`${which} Then {exit}.`, broken)
}

function tookItForSuccess(broken: Failure): Finding {
  const { of } = broken.expectation
  const { stdout, stderr } = broken.program
  const shown = stdout === '' ? 'nothing printed' : `${quoteText(stdout, 40)} on standard output`
  const actual = `exit code 0, ${shown}`
  if (of === 'closed' && stderr.trim() === '') {
    const text = `recv() returned 0 bytes: the server closed without answering. You treated it as an empty reply: exit code 0, and ${shown}.`
    return finding('eof-taken-for-reply', text, wanted(of), actual)
  }
  const scripts = 'a script would believe that it worked'
  if (of === 'cut') {
    const text = `${befell.cut(broken)}, yet exit code 0, with ${shown}: ${scripts}. The reply is complete only when recv() has returned 0 bytes.`
    const hint = 'Call recv() until it returns 0 bytes, and print the reply only then.'
    return { ...finding('exit-code', text, wanted(of), actual), hint }
  }
  const text = `${befell[of](broken)}, yet your program ended with exit code 0: ${scripts}. Exit with ${codeFor[of]}.`
  return { ...finding('exit-code', text, wanted(of), actual), hint: hintForCode(broken, 0) }
}

function stackTrace(broken: Failure): Finding {
  const { expectation, program } = broken
  const code = codeFor[expectation.of]
  const { error, exit } = program
  const [start, what] = [befell[expectation.of](broken), error === null ? 'the error' : saying(error)]
  const tell = (text: string) => finding('stack-trace', text, 'one line on standard error', 'a stack trace')
  if (exit?.code === code) {
    const text = `${start}. The exit code is right, but the user saw a stack trace (${what}). Print one line of your own instead.`
    const hint = inTheirLanguage(
      'Print the message of the error, not the error with its stack: {explain}.',
      broken,
    )
    return { ...tell(text), hint }
  }
  // Python tells the last error last: that of the student's own handler, when it failed.
  const last = /^(?:\w+\.)*(\w+(?:Error|Exception)): .*$/.exec(lastLine(program.stderr))
  if (error !== null && last !== null && last[1] !== error.type) {
    const text = `${start}. You caught ${plain(error.code ?? error.type, 40)}, and then your own handler failed (${plain(last[0], 80)}): the user saw a stack trace.`
    return { ...tell(text), hint: 'Mend the last line that the trace names.' }
  }
  return tell(
    `${start}. You let ${what} escape: the user saw a stack trace. Catch it, print one line on standard error, and exit with ${code}.`,
  )
}

function printedOnFailure(broken: Failure): Finding {
  const shown = quoteText(broken.program.stdout, 60)
  const start = `${befell[broken.expectation.of](broken)}, and ${shown} is on your standard output: whoever reads it takes it for a reply.`
  const tell = (text: string) =>
    finding('unclean-output', `${start} ${text}`, 'nothing on standard output', shown)
  if (broken.expectation.of !== 'cut' || !broken.program.stdout.includes(partSent(broken).toString()))
    return tell('On failure it stays empty; prompts and errors belong on standard error.')
  const hint = 'Collect what recv() returns until it returns 0 bytes, and print the reply only then.'
  return { ...tell('A part that was printed cannot be taken back.'), hint }
}

function saidNothing(broken: Failure): Finding {
  const text = `${befell[broken.expectation.of](broken)}, and your program ended without a word. Say on standard error, in a line, what went wrong.`
  return finding('unclean-output', text, 'a line on standard error', 'nothing that a person can read')
}
