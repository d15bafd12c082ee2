import { createColors } from 'picocolors'
import type { Row } from '../../grading/verify.ts'
import type { CheckReport } from '../../model/report.ts'
import { failedCheck } from '../../reporters/terminal.ts'
import { template } from './template.ts'
import { withoutPlace } from './without-place.ts'

const look = { columns: 100, colors: createColors(false), unicode: true }

const head = `# What the grader says

Every mistake of the course, and word for word what a student reads who made it. Made by \`npm run messages\`: a message is
changed in \`grader/diagnosis\`, not here. Payloads come from one seed; the program's own port is shown as 20000, and its peers' as
50001 and so on.
`

/** The checks that a program failed, or whose text has something the matter with it. */
export const failuresOf = (checks: readonly CheckReport[]): CheckReport[] =>
  checks.filter(({ verdict, symptom }) => verdict !== 'pass' && symptom !== null)

/** All that is said about the mistakes, exercise by exercise, as Markdown. */
export function messagesPage(rows: readonly Row[]): string {
  const exercises = [...new Set(rows.map(({ variant }) => variant.exercise))]
  const chapters = exercises.map((exercise) => {
    const own = rows.filter(({ variant }) => variant.exercise === exercise)
    const mistakes = [...new Set(own.map(({ variant }) => variant.name))]
    const sections = mistakes.map((name) => section(name, own))
    return `## ${exercise.slug}\n\n${exercise.declaration.title}\n\n${sections.join('\n')}`
  })
  return `${head}\n${chapters.join('\n')}`
}

function section(name: string, rows: readonly Row[]): string {
  const said = rows
    .filter(({ variant }) => variant.name === name)
    .map(({ variant, checks }) => ({ track: variant.track, text: textOf(checks) }))
  const [first] = said
  const same = said.every(({ text }) => first !== undefined && template(text) === template(first.text))
  const blocks = same ? said.slice(0, 1).map(({ text }) => ({ track: tracksOf(said), text })) : said
  return `### ${name}\n\n${blocks.map(({ track, text }) => `In \`${track}\`:\n\n${fenced(text)}\n`).join('\n')}`
}

const tracksOf = (said: readonly { readonly track: string }[]) =>
  said.map(({ track }) => track).join('` and `')

const textOf = (checks: readonly CheckReport[]) =>
  failuresOf(checks)
    .map((check) => failedCheck(withoutPlace(check), look).join('\n').trimEnd())
    .join('\n\n')

/** Longer than any fence in the text, which a program may have written. */
function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}text\n${text}\n${fence}`
}
