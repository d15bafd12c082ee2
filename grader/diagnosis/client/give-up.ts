import { finding, type CaseOf, type Finding } from '../finding.ts'
import { whatItDoes } from '../server/stream.ts'

/** Nobody listened, and the client did not say so with its exit code. */
export function diagnoseGiveUp(broken: CaseOf<'give-up'>): Finding {
  const { expectation, host, port } = broken
  const nobody = `Nothing listened on ${host}:${port}, so the connection was refused`
  if (expectation.why === 'silence') {
    const text = `${nobody}, and your program is still running.${whatItDoes(broken)}`
    return {
      ...finding('not-exited', text, 'an exit code other than 0', 'a program that is still running'),
      hint: 'When connect() fails, end the program with an exit code other than 0.',
    }
  }
  const text = `${nobody}, but your program ended with exit code 0, as if all had gone well: a script that calls it cannot tell.`
  return {
    ...finding('exit-code', text, 'an exit code other than 0', 'exit code 0'),
    hint: 'Let the error of connect() end the program, or catch it, print it on standard error and exit with 1.',
  }
}
