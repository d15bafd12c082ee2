import { basename } from 'node:path'
import colors from 'picocolors'
import { drawExchange, drawnFor, linesOf } from '../model/exchange.ts'
import type { Question } from '../model/question.ts'
import { choose, openCourse, root } from './context.ts'
import { readArgs, UsageError } from './usage.ts'

const flags = { as: { type: 'string' } } as const

/** `npm run ask -- SLUG [--as NAME]`: the questions of an exam, with the numbers that are drawn for this submission. */
export async function askCommand(args: readonly string[]): Promise<number> {
  const { values, operands } = readArgs(args, flags)
  const [slug, ...rest] = operands
  if (slug === undefined || rest.length > 0)
    throw new UsageError('Name one exam: npm run ask -- exam-short. `npm run list` shows them.')
  const [exercise] = choose(await openCourse(), [slug])
  const { declaration } = exercise ?? {}
  if (declaration?.role !== 'answers')
    throw new UsageError(`${slug} asks nothing: it is a program, and its handout is README.md.`)
  const name = values.as ?? basename(root)
  const blocks = Object.entries(declaration.checks).map(([id, { points, question }]) =>
    [
      `${colors.bold(id)}  ${colors.dim(`${points} ${points === 1 ? 'point' : 'points'}`)}`,
      ...(question.kind === 'predict'
        ? predictLines(id, question, name)
        : [question.ask, ...namesOf(question)]),
    ].join('\n  '),
  )
  process.stdout.write(
    `${blocks.join('\n\n')}\n\n${colors.dim(`Write your answers into ${declaration.entry}.`)}\n`,
  )
  return 0
}

function predictLines(id: string, question: Extract<Question, { kind: 'predict' }>, name: string): string[] {
  const [ask, ...picture] = linesOf(question.ask, drawExchange(name, id))
  const form = [
    `${id}:`,
    `  ${drawnFor}: ${JSON.stringify(name)}`,
    ...Object.keys(question.fields).map((each) => `  ${each}:`),
  ]
  return [
    ask,
    '',
    ...picture.map((line) => `  ${line}`),
    '',
    `Drawn for “${name}”. Write:`,
    ...form.map((line) => `  ${line}`),
  ]
}

/** What may be written, and what it stands for. */
function namesOf(question: Exclude<Question, { kind: 'predict' }>): string[] {
  switch (question.kind) {
    case 'choice':
      return list(question.options)
    case 'assign':
      return [...list(question.items), 'each one of', ...list(question.to)]
    case 'fields':
      return list(question.fields)
    case 'order':
      return list(question.items)
    default:
      return []
  }
}

function list(names: { readonly [name: string]: string }): string[] {
  const width = Math.max(...Object.keys(names).map((each) => each.length))
  return Object.entries(names).map(([each, says]) => `  ${each.padEnd(width)}  ${says}`)
}
