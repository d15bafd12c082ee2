import type { CheckReport, ExerciseReport, Report } from '../model/report.ts'
import { causeOn } from './cause.ts'
import { inAscii, lookOfTerminal, type Look } from './look.ts'
import { safe } from './safe.ts'
import { costsNothing, worth } from './worth.ts'
import { crop, keepShape, pad, widthOf, wrap } from './width.ts'

/** For people at a terminal: one line a check, and for each failed one what happened and what to try. */
export function terminal(report: Report, look: Look = lookOfTerminal()): string {
  return `${[...report.exercises.map((each) => exerciseBlock(each, look).trimEnd()), summary(report, look)].join('\n\n')}\n`
}

function exerciseBlock(exercise: ExerciseReport, look: Look): string {
  const { slug, title, track, state, score, maxScore, checks, reason, alsoAttempted } = exercise
  const { bold, dim, green, yellow, red } = look.colors
  const paint = state !== 'graded' ? dim : score === maxScore ? green : score > 0 ? yellow : red
  const points = `${score}/${maxScore}`
  const language = track === null ? '' : ` (${track})`
  const room = look.columns - widthOf(`${slug}${language}    ${points}`)
  const head = `${bold(slug)}${dim(language)}  ${crop(title, room, dots(look))}  ${paint(points)}`
  const why = wrap(`${stateTexts[state]} ${readable(reason, look)}`.trim(), look.columns - 2).map(
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
  const { verdict, title, message } = check
  const { dim, green } = look.colors
  const mark = (verdict === 'pass' ? green : dim)(marks[verdict][look.unicode ? 0 : 1])
  const name = pad(crop(title, column, dots(look)), column)
  if (verdict === 'pass') {
    const note = wrap(readable(message, look), look.columns - margin.length)
    return [
      `  ${mark} ${name}  ${dim(worth(check))}`,
      ...(message === '' ? [] : note.map((line) => `${margin}${dim(line)}`)),
    ]
  }
  if (verdict !== 'blocked') return [...failedCheck(check, look, column), '']
  const room = look.columns - column - worth(check).length - 8
  const why = room < 12 ? '' : crop(readable(message, look), room, dots(look))
  return [`  ${mark} ${dim(`${name}  ${worth(check)}  ${why}`.trimEnd())}`]
}

/** A check that did not pass, with everything there is to say about it. */
export function failedCheck(check: CheckReport, look: Look, column = widthOf(check.title)): string[] {
  const { verdict, title, points } = check
  const { dim, red, yellow } = look.colors
  const mark = (verdict === 'fail' && points > 0 ? red : yellow)(marks[verdict][look.unicode ? 0 : 1])
  const name = pad(crop(title, column, dots(look)), column)
  return [`  ${mark} ${name}  ${dim(worth(check))}`, ...details(check, look)]
}

function details(check: CheckReport, look: Look): string[] {
  const { message, expected, actual, hint, reproduce } = check
  const { bold, cyan, dim } = look.colors
  const block = (label: string, text: string, paint = String as (line: string) => string): string[] => {
    if (text === '') return []
    const start = pad(label, label === '' ? 0 : labelWidth)
    const width = look.columns - margin.length - start.length
    const harmless = readable(text, look)
    const lines = harmless.includes('\n') ? keepShape(harmless, width, dots(look)) : wrap(harmless, width)
    return lines.map((line, i) => `${margin}${i === 0 ? dim(start) : ' '.repeat(start.length)}${paint(line)}`)
  }
  const facts = expected === '' ? [] : [...block('expected', expected), ...block('actual', actual)]
  return [
    ...block('', message, bold),
    ...facts,
    ...block('stderr', causeOn(check).join('\n'), dim),
    ...block('try', hint, cyan),
    ...(check.points === 0 ? block('', costsNothing, dim) : []),
    // Not broken into lines, so that it can be copied.
    ...(reproduce === '' ? [] : [dim(`${margin}${pad('by hand', labelWidth)}${readable(reproduce, look)}`)]),
  ]
}

const readable = (text: string, { unicode }: Look): string => (unicode ? safe(text) : inAscii(safe(text)))
const dots = ({ unicode }: Look): string => (unicode ? '…' : '...')

const margin = '      '
const labelWidth = 10

function summary(report: Report, { colors }: Look): string {
  const { score, maxScore, undecided, awaitingTeacher, exercises, durationMs } = report
  const { bold, dim, green, yellow } = colors
  const paint = score === maxScore ? green : yellow
  const teacher = awaitingTeacher > 0 ? yellow(`, ${awaitingTeacher} await a teacher`) : ''
  const open = undecided > 0 ? yellow(`, ${undecided} undecided`) : ''
  const count = exercises.length === 1 ? '1 exercise' : `${exercises.length} exercises`
  const run = dim(`${count}, ${(durationMs / 1000).toFixed(1)} s`)
  return `${bold('Score')} ${paint(`${score} of ${maxScore}`)}${teacher}${open}  ${run}`
}
