import { writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { verify } from '../grading/verify.ts'
import { safe } from '../reporters/safe.ts'
import { choose, openCourse, portRange, root } from './context.ts'
import { messagesPage } from './messages/page.ts'
import { fail, readArgs } from './usage.ts'

const page = join('docs', 'messages.md')
// Whoever reads the page's history is not to read new payloads every time.
const seed = 1

/** `npm run messages [-- SLUG…]`: writes what is said about every mistake; with a SLUG it only shows that exercise's. */
export async function messagesCommand(args: readonly string[]): Promise<number> {
  const { operands } = readArgs(args, {})
  const course = await openCourse()
  const chosen = choose(course, operands)
  const workers = 2 * Math.max(2, availableParallelism())
  const options = { root, ports: portRange(), repeat: 1, workers, kinds: ['mistake'], seed } as const
  const rows = await verify(chosen, { ...options, onRound: () => {} })
  const wrong = rows.find(({ problems }) => problems.length > 0)
  if (wrong !== undefined) {
    const why = safe(wrong.problems[0]?.text ?? '')
    return fail(
      3,
      `${page} is as it was: ${wrong.name} is judged wrongly (${why}). Mend that first: npm run verify.`,
    )
  }
  if (operands.length > 0) {
    process.stdout.write(messagesPage(rows))
    return 0
  }
  writeFileSync(join(root, page), messagesPage(rows))
  process.stdout.write(`${page} has what is said about ${rows.length} programs.\n`)
  return 0
}
