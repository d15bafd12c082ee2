import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LoadedCourse } from '../course/load.ts'
import { readReviews } from './reviews.ts'

const folder = mkdtempSync(join(tmpdir(), 'reviews-'))
afterAll(() => rmSync(folder, { recursive: true }))

const declaration = { role: 'answers', checks: { why: { points: 2 } } }
const course = { exercises: [{ slug: 'exam', declaration }] } as unknown as LoadedCourse
const sha256 = 'a'.repeat(64)

function read(text: string) {
  const path = join(folder, 'review.yaml')
  writeFileSync(path, text)
  return readReviews(path, course)
}

const entry = (changes: object) =>
  JSON.stringify([{ question: 'exam/why', marks: 1, name: 'Ada', sha256, ...changes }])

test('marks by exercise and check', async () => {
  const review = { marks: 1, name: 'Ada', sha256, reason: '' }
  expect(await read(entry({}))).toEqual({ exam: { why: review } })
})

test.each([
  [entry({ question: 'exam/wy' }), 'there is no question "exam/wy". Did you mean "exam/why"?'],
  [entry({ marks: 3 }), '"exam/why" has 2 points, and 3 are given.'],
  [entry({ marks: 0.5 }), '0.marks'],
  [entry({ sha256: 'abc' }), '64 hex digits'],
  [entry({ mark: 1 }), 'mark'],
  ['question: exam/why\n', 'the list'],
  ['[', 'cannot be read'],
])('%s is refused in one sentence', async (text, says) => {
  await expect(read(text)).rejects.toThrow(says)
})

test('a file that is not there', async () => {
  await expect(readReviews(join(folder, 'none.yaml'), course)).rejects.toThrow('ENOENT')
})
