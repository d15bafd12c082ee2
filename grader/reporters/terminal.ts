import type { CheckReport, ExerciseReport, Report } from '../model/report.ts'
import { causeOn } from './cause.ts'
import { inAscii, lookOfTerminal, type Look } from './look.ts'
import { safe } from './safe.ts'
import { crop, keepShape, pad, widthOf, wrap } from './width.ts'

/** For people at a terminal: one line a check, and for each failed one what happened and what to try. */
export function terminal(report: Report, look: Look = lookOfTerminal()): string {
  const text = [...report.exercises.map((each) => exerciseBlock(each, look)), summary(report, look)].join(
    '\n\n',
  )
  return `${look.unicode ? text : inAscii(text)}\n`
}

function exerciseBlock(exercise: ExerciseReport, look: Look): string {
  const { slug, title, track, state, score, maxScore, checks, reason, alsoAttempted } = exercise
  const { bold, dim, green, yellow, red } = look.colors
  const paint = state !== 'graded' ? dim : score === maxScore ? green : score > 0 ? yellow : red
  const head = `${bold(slug)}${track === null ? '' : dim(` (${track})`)}  ${title}  ${paint(`${score}/${maxScore}`)}`
  const why = wrap(`${stateTexts[state]} ${safe(reason)}`.trim(), look.columns - 2).map(
    (line) => `  ${yellow(line)}`,
  )
  if (checks.length === 0) return [head, ...why].join('\n')
  const others = alsoAttempted.map((other) =>
    dim(`  also attempted: ${other.track}, ${other.score}/${maxScore}`),
  )
  const widest = Math.max(...checks.map((check) => widthOf(check.title)))
  const column = Math.min(widest, look.columns - 14)
  const notes = reason === '' ? [] : why
  return [head, ...checks.flatMap((check) => checkBlock(check, column, look)), ...others, ...notes].join('\n')
}

const stateTexts: Record<ExerciseReport['state'], string> = {
  graded: '',
  'not-started': 'Not started.',
  missing: 'Missing.',
  unreadable: 'Unreadable:',
  'grader-error': 'Grader error:',
}

const marks: Record<CheckReport['verdict'], readonly [unicode: string, ascii: string]> = {
  pass: ['✓', '+'],
  fail: ['✗', 'x'],
  blocked: ['·', '-'],
  'awaiting-teacher': ['?', '?'],
  inconclusive: ['?', '?'],
  'grader-error': ['!', '!'],
}

function checkBlock(check: CheckReport, column: number, look: Look): string[] {
  const { verdict, title, score, points, message } = check
  const { dim, green, red, yellow } = look.colors
  const paint = { pass: green, fail: red, blocked: dim }[verdict as 'pass'] ?? yellow
  const mark = paint(marks[verdict][look.unicode ? 0 : 1])
  const name = pad(crop(title, column), column)
  if (verdict === 'pass') return [`  ${mark} ${name}  ${dim(`${score}/${points}`)}`]
  if (verdict !== 'blocked')
    return [`  ${mark} ${name}  ${dim(`${score}/${points}`)}`, ...details(check, look), '']
  const room = look.columns - column - 11
  const why = room < 12 ? '' : crop(safe(message), room)
  return [`  ${mark} ${dim(`${name}  0/${points}  ${why}`.trimEnd())}`]
}

function details(check: CheckReport, look: Look): string[] {
  const { message, expected, actual, hint, reproduce } = check
  const { bold, cyan, dim } = look.colors
  const block = (label: string, text: string, paint = String as (line: string) => string): string[] => {
    if (text === '') return []
    const start = pad(label, label === '' ? 0 : labelWidth)
    const width = look.columns - margin.length - start.length
    const harmless = safe(text)
    const lines = harmless.includes('\n') ? keepShape(harmless, width) : wrap(harmless, width)
    return lines.map((line, i) => `${margin}${i === 0 ? dim(start) : ' '.repeat(start.length)}${paint(line)}`)
  }
  const facts = expected === '' ? [] : [...block('expected', expected), ...block('actual', actual)]
  return [
    ...block('', message, bold),
    ...facts,
    ...block('stderr', causeOn(check).join('\n'), dim),
    ...block('try', hint, cyan),
    ...block('by hand', reproduce, dim),
  ]
}

const margin = '      '
const labelWidth = 10

function summary({ score, maxScore, undecided, exercises, durationMs }: Report, { colors }: Look): string {
  const { bold, dim, green, yellow } = colors
  const paint = score === maxScore ? green : yellow
  const open =
    undecided > 0 ? yellow(`, ${undecided} undecided (the grader could not tell; nothing is lost)`) : ''
  const count = exercises.length === 1 ? '1 exercise' : `${exercises.length} exercises`
  return `${bold('Score')} ${paint(`${score} of ${maxScore}`)}${open}  ${dim(`${count}, ${(durationMs / 1000).toFixed(1)} s`)}`
}
