import { createHash } from 'node:crypto'
import { basename, dirname } from 'node:path'
import type { QuestionExercise } from '../model/exercise.ts'
import type { Answers, Question, Review } from '../model/question.ts'
import type { CheckReport } from '../model/report.ts'
import type { Assignment, Ready, Target } from '../model/target.ts'
import { answerOf, isEmpty, judgeAnswer, malformed } from '../questions/judge.ts'
import { drawExchange } from '../model/exchange.ts'
import { withoutName } from '../questions/predict.ts'
import { hintFor, judgePrediction } from './predictions.ts'
import { right, written, wrong, type Result } from '../questions/result.ts'
import { emptyReport, writeEvidence } from './evidence.ts'

/** The tests of an exercise that is answered in a file: one for each question, judged by the key in `solutions/`. */
export function questionsFor<const Id extends string>(exercise: QuestionExercise<Id>): void {
  const slug = basename(dirname(expect.getState().testPath ?? ''))
  const assignment = (globalThis as unknown as { doorway: Assignment }).doorway
  const target = assignment.targets[slug]
  if (target === undefined) throw new Error(`nothing to grade for ${slug}`)
  for (const id of Object.keys(exercise.checks) as Id[]) {
    test(id, async () => {
      const report = await answerReport(exercise, id, target, assignment.submission)
      writeEvidence(assignment.evidence, slug, report)
      if (report.verdict !== 'pass') throw new Error(`${report.verdict}: ${report.message}`)
    })
  }
}

type Problem = Extract<Ready, { problem: unknown }>['problem']

async function answerReport<Id extends string>(
  exercise: QuestionExercise<Id>,
  id: Id,
  target: Target,
  submission: string,
): Promise<CheckReport> {
  const empty = emptyReport(exercise, id)
  const { ready } = target
  if ('command' in ready) throw new Error(`${target.slug} is answered in a file, not by a program`)
  if ('problem' in ready) return unreadable(empty, ready.problem, id === Object.keys(exercise.checks)[0])
  const { question } = exercise.checks[id]
  const strange = Object.keys(ready.answers.values).filter((name) => !Object.hasOwn(exercise.checks, name))
  const result = await judge(question, id, target, ready.answers, strange, submission)
  if (result.share !== null) {
    const score = Math.floor(result.share * empty.points)
    return { ...empty, ...found(result), score, verdict: result.share === 1 ? 'pass' : 'fail' }
  }
  return reviewed(
    { ...empty, ...found(result), verdict: 'awaiting-teacher' },
    ready.answers.values[id],
    target,
  )
}

// Told once: the other questions wait for the file.
function unreadable(empty: CheckReport, problem: Problem, first: boolean): CheckReport {
  const { message, place, excerpt } = problem
  if (!first) return { ...empty, verdict: 'blocked', message: `Not looked at: ${place} cannot be read.` }
  const result = wrong('does-not-parse', `Your answers cannot be read: ${place}: ${message}`, {
    expected: 'lines `question: answer`, and what belongs to one indented below it',
    actual: excerpt,
    hint: `Mend ${place}; your editor may mark the place too.`,
  })
  return { ...empty, ...found(result) }
}

async function judge(
  question: Question,
  id: string,
  { slug, key }: Target,
  { file, values, lines }: Answers,
  strange: readonly string[],
  submission: string,
): Promise<Result> {
  const whole = answerOf(question, id, values)
  const answer = question.kind === 'predict' ? withoutName(whole) : whole
  const hint =
    question.kind === 'predict' ? hintFor(question, slug, drawExchange(submission, id)) : question.ask
  const at = `${file}:${lines[id] ?? 1}`
  if (isEmpty(answer)) {
    const what = question.kind === 'calls' ? `column \`${id}\`` : `\`${id}\``
    const where = lines[id] === undefined ? `${file} has no ${what}` : `${at} has no answer behind ${what}`
    return wrong('unanswered', `${where}.${misspelt(file, strange, lines)}`, { hint })
  }
  const shape = malformed(question, answer)
  if (shape !== null)
    return wrong('malformed-answer', `${at}: \`${id}\` ${shape}`, {
      actual: written(answer),
      hint,
    })
  const rule = key?.[id]
  if (rule === undefined)
    return { ...right, share: null, message: 'Answered. Your teacher has the key: it is judged there.' }
  if (rule.kind !== 'predict') return judgeAnswer(rule, answer, { name: id, file })
  if (question.kind !== 'predict') throw new Error(`the key of ${id} is for another question`)
  return judgePrediction(question, rule, values[id], { name: id, file }, submission, slug)
}

// A heading of a Markdown file need not be an answer.
function misspelt(file: string, [name]: readonly string[], lines: Answers['lines']): string {
  if (name === undefined || !file.endsWith('.yaml')) return ''
  return ` (${file}:${lines[name] ?? 1} answers \`${written(name)}\`, which is no question.)`
}

const found = ({ symptom, message, expected, actual, hint }: Result) =>
  ({ symptom, message, expected, actual, hint, verdict: 'fail' }) as const

/** With a teacher's marks, if they are for this very answer. */
function reviewed(report: CheckReport, answer: unknown, { slug, reviews }: Target): CheckReport {
  const review: Review | undefined = reviews?.[report.id]
  const sha256 = createHash('sha256').update(JSON.stringify(answer)).digest('hex')
  const hint = `For the teacher: question ${slug}/${report.id}, sha256 ${sha256}`
  if (review === undefined) return { ...report, hint }
  if (review.sha256 !== sha256)
    return {
      ...report,
      hint,
      message: `The marks of ${review.name} are void: the answer was changed since. ${report.message}`,
    }
  const score = Math.min(review.marks, report.points)
  const reason = review.reason === '' ? '' : ` ${review.reason}`
  return {
    ...report,
    score,
    verdict: score === report.points ? 'pass' : 'fail',
    symptom: score === report.points ? null : 'marked-by-teacher',
    message: `${score} of ${report.points}, signed by ${review.name}.${reason}`,
  }
}
