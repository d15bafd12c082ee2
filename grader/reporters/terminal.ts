import colors from 'picocolors'
import type { CheckReport, ExerciseReport, Report } from '../model/report.ts'
import { safe } from './safe.ts'

const wide = 100

/** For people at a terminal: one line a check, and for each failed one what happened and what to try. */
export function terminal(report: Report): string {
  return [...report.exercises.map(exerciseBlock), summary(report)].join('\n\n') + '\n'
}

const { bold, dim, green, red, yellow, cyan } = colors

export function exerciseBlock(exercise: ExerciseReport): string {
  const { slug, title, track, state, score, maxScore, checks, reason, alsoAttempted } = exercise
  const points = `${score}/${maxScore}`
  const paint = state !== 'graded' ? dim : score === maxScore ? green : score > 0 ? yellow : red
  const name = `${bold(slug)}${track === null ? '' : dim(` (${track})`)}`
  const head = `${name}  ${title}  ${paint(points)}`
  if (checks.length === 0) return `${head}\n  ${dim(stateText(state))} ${safe(reason)}`
  const others = alsoAttempted.map((other) => dim(`  also attempted: ${other.track} ${other.score}/${maxScore}`))
  const notes = reason === '' ? [] : [yellow(`  ${safe(reason)}`)]
  return [head, ...checks.map(checkBlock), ...others, ...notes].join('\n')
}

const stateText = (state: ExerciseReport['state']): string =>
  ({ graded: '', 'not-started': 'not started.', missing: 'missing.', unreadable: 'unreadable:', 'grader-error': 'grader error:' })[state]

const marks: Record<CheckReport['verdict'], string> = {
  pass: green('✓'),
  fail: red('✗'),
  blocked: dim('·'),
  'awaiting-teacher': yellow('?'),
  inconclusive: yellow('?'),
  'grader-error': yellow('!'),
}

function checkBlock(check: CheckReport): string {
  const { verdict, title, score, points, message } = check
  const mark = process.env['NO_UNICODE'] ? { pass: '+', fail: 'x' }[verdict as 'pass'] ?? '-' : marks[verdict]
  if (verdict === 'pass') return `  ${mark} ${title} ${dim(`${score}/${points}`)}`
  if (verdict === 'blocked') return dim(`  ${mark} ${title} 0/${points}  ${safe(message)}`)
  return [`  ${mark} ${title} ${dim(`${score}/${points}`)}`, ...details(check)].join('\n')
}

function details({ message, expected, actual, hint, reproduce, program, symptom }: CheckReport): string[] {
  const lines = [...block('', message, bold)]
  if (expected !== '') lines.push(...block('expected  ', expected), ...block('received  ', actual))
  if (program !== null && symptom !== null && program.stderrTail !== '') lines.push(...block('stderr    ', program.stderrTail, dim))
  if (hint !== '') lines.push(...block('try       ', hint, cyan))
  if (reproduce !== '') lines.push(...block('by hand   ', reproduce, dim))
  return [...lines, '']
}

const margin = '      '

function block(label: string, text: string, paint: (line: string) => string = String): string[] {
  const indent = ' '.repeat(label.length)
  const lines = text.split('\n').flatMap((line) => wrap(safe(line), wide - margin.length - label.length, text.includes('\n')))
  return lines.map((line, i) => `${margin}${i === 0 ? dim(label) : indent}${paint(line)}`)
}

// Evidence of several lines (a caret under a byte, a traceback) keeps its shape.
function wrap(text: string, width: number, verbatim: boolean): string[] {
  if (verbatim || text.length <= width) return [text]
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else {
      line = line === '' ? word : `${line} ${word}`
    }
  }
  return [...lines, line]
}

function summary({ score, maxScore, undecided, exercises, durationMs }: Report): string {
  const paint = score === maxScore ? green : yellow
  const open = undecided > 0 ? yellow(`, ${undecided} undecided (the grader could not tell; nothing is lost)`) : ''
  const count = exercises.length === 1 ? '1 exercise' : `${exercises.length} exercises`
  return `${bold('Score')} ${paint(`${score} of ${maxScore}`)}${open}  ${dim(`${count}, ${(durationMs / 1000).toFixed(1)} s`)}`
}
