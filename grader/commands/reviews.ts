import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { LoadedCourse } from '../course/load.ts'
import { mirrorOf } from '../course/variants.ts'
import { suggestion } from '../course/nearest.ts'
import type { Review } from '../model/question.ts'
import { quoted, UsageError } from './usage.ts'

const marks = z.strictObject({
  question: z.string(),
  marks: z.int().nonnegative(),
  name: z.string().min(1),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'must be the 64 hex digits that the report shows for this answer'),
  reason: z.string().default(''),
})

export type Reviews = { readonly [slug: string]: { readonly [check: string]: Review } }

/** Reads a teacher's marks: a YAML list of `question: slug/check`, `marks`, `name`, `sha256` and perhaps a `reason`. */
export async function readReviews(path: string, course: LoadedCourse): Promise<Reviews> {
  const { parse } = await import('yaml')
  const list = z.array(marks).safeParse(parseFile(path, parse))
  if (!list.success) {
    const [issue] = list.error.issues
    throw new UsageError(`${path}: ${issue?.path.join('.') || 'the list'}: ${issue?.message}.`)
  }
  const reviews: Record<string, Record<string, Review>> = {}
  for (const { question, ...review } of list.data) {
    const [slug = '', check = ''] = question.split('/')
    const points = pointsOf(course, slug, check)
    if (points === undefined)
      throw new UsageError(`${path}: there is no question ${quoted(question)}.${nearest(course, question)}`)
    if (review.marks > points)
      throw new UsageError(
        `${path}: ${quoted(question)} has ${points} points, and ${review.marks} are given.`,
      )
    reviews[slug] = { ...reviews[slug], [check]: review }
  }
  return reviews
}

/** The marks that lie beside the reference answers. */
export async function reviewsOfSolutions(course: LoadedCourse): Promise<Reviews> {
  const files = course.exercises
    .map((exercise) => join(mirrorOf(course.root, exercise), 'review.yaml'))
    .filter((path) => existsSync(path))
  return Object.assign({}, ...(await Promise.all(files.map((path) => readReviews(path, course))))) as Reviews
}

function parseFile(path: string, parse: (text: string) => unknown): unknown {
  try {
    return parse(readFileSync(path, 'utf8'))
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    throw new UsageError(`The reviews ${quoted(path)} cannot be read: ${code ?? message.split('\n')[0]}.`)
  }
}

const questionsOf = ({ exercises }: LoadedCourse) =>
  exercises.flatMap(({ slug, declaration }) =>
    declaration.role === 'answers'
      ? Object.entries(declaration.checks).map(([id, { points }]) => ({ slug, id, points }))
      : [],
  )

const pointsOf = (course: LoadedCourse, slug: string, check: string) =>
  questionsOf(course).find((each) => each.slug === slug && each.id === check)?.points

const nearest = (course: LoadedCourse, question: string) =>
  suggestion(
    question,
    questionsOf(course).map(({ slug, id }) => `${slug}/${id}`),
  )
