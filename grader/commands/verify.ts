import { availableParallelism } from 'node:os'
import colors from 'picocolors'
import { auditCourse, auditExercise } from '../course/audit.ts'
import { loadMistakes, verify, type Row } from '../grading/verify.ts'
import type { CheckReport } from '../model/report.ts'
import { safe } from '../reporters/safe.ts'
import { choose, openCourse, portRange, root } from './context.ts'
import { failuresOf } from './messages/page.ts'
import { readArgs, UsageError } from './usage.ts'

const flags = { repeat: { type: 'string' }, json: { type: 'boolean' } } as const

/** `npm run verify [-- SLUG…] [--repeat N]`: grades the grader by programs of known worth. `--json` is for tests. */
export async function verifyCommand(args: readonly string[]): Promise<number> {
  const { values, operands } = readArgs(args, flags)
  const repeat = Number(values.repeat ?? 1)
  if (!Number.isInteger(repeat) || repeat < 1)
    throw new UsageError(`--repeat is "${values.repeat}"; it must be a whole number from 1.`)
  const course = await openCourse()
  const chosen = choose(course, operands)
  const mistakes = await loadMistakes(root, chosen)
  const audit = [
    ...(operands.length === 0 ? auditCourse(course) : []),
    ...chosen.flatMap((exercise) => auditExercise(root, exercise, mistakes.get(exercise) ?? {})),
  ]
  const startedMs = performance.now()
  // Most of the time goes into waiting for programs that will never answer: more of them than cores can wait at once.
  const workers = 2 * Math.max(2, availableParallelism())
  const onRound = (round: number) => {
    if (repeat > 1)
      process.stderr.write(
        `round ${round} of ${repeat}, ${Math.round((performance.now() - startedMs) / 1000)} s\n`,
      )
  }
  const rows =
    audit.length > 0 ? [] : await verify(chosen, { root, ports: portRange(), repeat, workers, onRound })
  const good = audit.length === 0 && rows.every(({ problems }) => problems.length === 0)
  process.stdout.write(values.json ? asJson(audit, rows) : asText(audit, rows, repeat))
  return good ? 0 : 1
}

function asJson(audit: readonly string[], rows: readonly Row[]): string {
  const shown = rows.map(({ name, variant, problems, checks }) => ({
    name,
    problems: problems.map(({ text }) => text),
    failures: variant.kind !== 'mistake' ? [] : failuresOf(checks).map(told),
  }))
  return `${JSON.stringify({ audit, rows: shown })}\n`
}

// What docs/messages.md must hold.
const told = ({ id, symptom, message, hint }: CheckReport) => ({ id, symptom, message, hint })

function asText(audit: readonly string[], rows: readonly Row[], repeat: number): string {
  if (audit.length > 0) return `${audit.map((line) => colors.red(`✗ ${safe(line)}`)).join('\n')}\n`
  const slugs = [...new Set(rows.map(({ variant }) => variant.exercise.slug))]
  const blocks = slugs.map((slug) =>
    block(
      slug,
      rows.filter(({ variant }) => variant.exercise.slug === slug),
    ),
  )
  return `${blocks.join('\n')}\n\n${summary(rows, repeat)}\n`
}

function block(slug: string, rows: readonly Row[]): string {
  const count = (kind: Row['variant']['kind']) => rows.filter(({ variant }) => variant.kind === kind).length
  const bad = rows.filter(({ problems }) => problems.length > 0)
  const what = `${count('stub')} stubs, ${count('solution')} solutions, ${count('alternative')} alternatives, ${count('mistake')} mistakes`
  const head = `${bad.length === 0 ? colors.green('✓') : colors.red('✗')} ${colors.bold(slug)}  ${colors.dim(what)}`
  const lines = bad.flatMap(({ name, problems }) =>
    problems.map(({ round, text }) => `    ${name} ${colors.dim(`(round ${round})`)}\n      ${safe(text)}`),
  )
  return [head, ...lines].join('\n')
}

function summary(rows: readonly Row[], repeat: number): string {
  const verdicts = rows.reduce(
    (sum, row) => sum + row.verdicts.reduce((all, round) => all + round.split('; ').length, 0),
    0,
  )
  const changed = rows.filter((row) => new Set(row.verdicts).size > 1)
  const wrong = rows.filter(({ problems }) => problems.length > 0).length
  const compared = repeat > 1 ? `; compared over ${repeat} rounds: ${changed.length} programs changed` : ''
  const names = changed.map(
    ({ name, verdicts: all }) =>
      `\n  changed: ${name}${[...new Set(all)].map((each) => `\n    ${each}`).join('')}`,
  )
  return `${rows.length} programs, ${verdicts} verdicts, ${wrong} programs judged wrongly${compared}${names.join('')}`
}
