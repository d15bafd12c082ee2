import type { Expectation } from '../model/expectation.ts'
import { Broken } from './broken.ts'
import { explore, type Exploration } from './explore.ts'
import { Explored } from './search.ts'
import type { Student } from './student.ts'

/** A program that is right but for what `fails` says of the words it has heard so far; each start is a fresh one. */
class Fake {
  readonly seed = 5
  note = ''
  started = 0
  torn = 0
  readonly shares: number[]

  constructor(shares: number[] = []) {
    this.shares = shares
  }

  again(share: number): Fake {
    this.shares.push(share)
    return new Fake(this.shares)
  }

  async tearDown(): Promise<null> {
    this.torn++
    return null
  }
}

const broken = (kind: 'exit' | 'connect' = 'exit') =>
  new Broken(
    kind === 'exit'
      ? { kind: 'exit', why: 'silence' }
      : { kind: 'connect', by: 'client 1', first: true, why: 'silence' },
  )

type Plan = Exploration<readonly number[], number[]>
const conversations: Plan['conversations'] = (fc) => fc.array(fc.nat(99), { maxLength: 9 })

function run(
  fake: Fake,
  fails: (talk: readonly number[], heard: readonly number[]) => unknown,
): Promise<void> {
  return explore(fake as unknown as Student, {
    conversations,
    start: async (): Promise<number[]> => [],
    talk: async (heard, talk) => {
      const error = fails(talk, heard)
      heard.push(...talk)
      if (error instanceof Error) throw error
    },
  })
}

async function failure(fake: Fake, fails: Parameters<typeof run>[1]): Promise<Explored> {
  const error: unknown = await run(fake, fails).catch((each: unknown) => each)
  if (!(error instanceof Explored)) throw new Error(`not explored: ${String(error)}`)
  return error
}

const told = ({ expectation }: Broken) => expectation as Extract<Expectation, { kind: 'explored' }>

test('a right program holds 24 conversations, and nothing is started twice', async () => {
  const fake = new Fake()
  let held = 0
  await run(fake, () => void held++)
  expect([held, fake.shares, fake.note]).toEqual([24, [], ''])
})

test('the smallest conversation that fails is held once more with the whole deadlines', async () => {
  const fake = new Fake()
  let last: readonly number[] = []
  const error = await failure(fake, (talk) => {
    if (talk.some((each) => each >= 40)) last = talk
    return talk.some((each) => each >= 40) ? broken() : null
  })
  expect(last).toEqual([40])
  expect(fake.shares.at(-1)).toBe(1)
  expect(fake.shares.slice(0, -1).every((share) => share < 0.1)).toBe(true)
  expect(told(error)).toMatchObject({ kind: 'explored', inner: { kind: 'exit' }, talks: 1, seed: 5 })
})

test('the same seed finds the same conversation, by the same path', async () => {
  const fails: Parameters<typeof run>[1] = (talk) => (talk.includes(7) || talk.length > 6 ? broken() : null)
  const [one, other] = [await failure(new Fake(), fails), await failure(new Fake(), fails)]
  expect(told(one)).toEqual(told(other))
  expect(told(one).path).toMatch(/^\d+(:\d+)*$/)
})

test('what only many conversations bring about is told with them', async () => {
  const error = await failure(new Fake(), (_, heard) => (heard.length > 30 ? broken() : null))
  expect(told(error).talks).toBeGreaterThan(1)
})

test('a wrong answer that does not come again is a wrong answer', async () => {
  const fake = new Fake()
  let calls = 0
  const error = await failure(fake, () => (++calls === 3 ? broken() : null))
  expect(error.student as unknown).toBe(fake)
})

test('a silence that does not come again is none, and is noted', async () => {
  const fake = new Fake()
  let calls = 0
  const clock = jest.spyOn(performance, 'now')
  let nowMs = 0
  clock.mockImplementation(() => nowMs)
  await run(fake, () => {
    if (++calls !== 3) return null
    nowMs += 5000
    return broken()
  })
  clock.mockRestore()
  expect(fake.note).toContain('late once')
})

test('a program that starts too slowly for the short deadlines is not told as one that never starts', async () => {
  const fake = new Fake()
  let calls = 0
  const error = await failure(fake, (talk) => {
    calls++
    if (fake.shares.at(-1) !== undefined && fake.shares.at(-1) !== 1 && calls % 2 === 0)
      return broken('connect')
    return talk.length > 2 ? broken() : null
  })
  expect(told(error).inner.kind).toBe('exit')
})

test('what is no fault of the program ends the search', async () => {
  await expect(run(new Fake(), () => new Error('the grader'))).rejects.toThrow('the grader')
})
