import { drawExchange, drawnFor, linesOf, predictReplies, type Exchange } from '../model/exchange.ts'
import type { Key, Question } from '../model/question.ts'
import { runExchange } from '../harness/exchange.ts'
import { judgeAnswer } from '../questions/judge.ts'
import { keyFor, nameIn, withoutName } from '../questions/predict.ts'
import { right, type Result } from '../questions/result.ts'

type Predict = Extract<Question, { kind: 'predict' }>

/** What is asked, with the student's own numbers, and where they can be read again. */
export const hintFor = (question: Predict, slug: string, exchange: Exchange): string =>
  `${linesOf(question.ask, exchange)[0]} Your numbers are shown by: npm run ask -- ${slug}`

/**
 * Judges what a student expects of an exchange by having it: a reference server and two clients, on the ports that were
 * drawn. Where one of them is taken, what a right server does is known all the same.
 */
export async function judgePrediction(
  question: Predict,
  key: Extract<Key, { kind: 'predict' }>,
  answer: unknown,
  place: Parameters<typeof judgeAnswer>[2],
  submission: string,
  slug: string,
): Promise<Result> {
  const name = nameIn(answer) ?? submission
  const exchange = drawExchange(name, place.name)
  const replies = (await runExchange(exchange)) ?? predictReplies(exchange)
  const given = withoutName(answer)
  const result = judgeAnswer(keyFor(question, key, exchange, replies, given), given, place)
  if (name === submission || result.share === 0)
    return { ...result, hint: result.share === 1 ? '' : whose(slug) }
  // A folder may have been called otherwise at home; or these are a neighbour's numbers.
  const so = result.share === 1 ? 'Right' : `Half right (${result.message})`
  const message = `${so} for the numbers of “${name}”, but this submission is called “${submission}”: your teacher decides.`
  return { ...right, share: null, message }
}

const whose = (slug: string) =>
  `Your numbers are shown by: npm run ask -- ${slug}. If you have answered those of another name, say so in a line \`${drawnFor}: NAME\` there.`
