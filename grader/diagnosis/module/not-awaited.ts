import { inTheirLanguage } from '../advice/idioms.ts'
import { finding, type CaseOf, type Finding } from '../finding.ts'
import { number, tell, type Sends } from './words.ts'

type Called = Pick<CaseOf<'sends'>['expectation'], 'name' | 'outcome' | 'sends'>

/** Counts that were not waited for: the function ended before they were there, or took their promises for numbers. */
export function notAwaited({ name, outcome, sends }: Called): Finding | null {
  const added = outcome?.added === true
  const early = outcome !== null && outcome.waiting > 0
  if (!added && !early && !sends.some(({ waiting }) => waiting > 0)) return null
  const what = added
    ? 'you added a Promise where the count should be: a number plus a Promise is no number (NaN)'
    : early
      ? `${name}() was over before a send() had said how much it took`
      : `you called send() ${number(sends.length)} times without waiting for every count`
  const text = `send() returns a Promise, and ${what}. Await it, and go on with the number.`
  return finding('not-awaited', text, 'the count of each send(), before the next', 'a Promise')
}

/** Calling it made something that has still to be run. */
export function neverRan(broken: Sends): Finding | null {
  const { name, outcome } = broken.expectation
  if (outcome?.kind !== 'returned' || !outcome.lazy) return null
  const [what, of] = outcome.shown.includes('generator')
    ? ['a generator', 'a function with `yield`']
    : ['a coroutine', 'an `async def`']
  const text = `${name}(sock, data) returned ${what} and did nothing: that is what calling ${of} gives. Here send() is an ordinary call, and so is ${name}().`
  const hint = 'Make it an ordinary function, without `async`, `await` and `yield`: {define}.'
  return tell(broken, 'not-awaited', text, what, inTheirLanguage(hint, broken))
}
