import { Broken } from './broken.ts'
import type { Exploration } from './explore.ts'
import type { Student } from './student.ts'
import { quietMs } from './times.ts'

const exploreMs = 15_000
/** No conversation is held again after that, on a machine that stands still. */
const longestMs = 80_000
const [shrinkMs, mostSteps] = [8000, 200]
/** Of the usual deadlines, while a conversation is made shorter: what is told is held with the whole ones again. */
const hurry = 0.06

/** A random conversation failed, and this is the student whose program it was held with. */
export class Explored extends Broken {
  readonly student: Student

  constructor(student: Student, expectation: Broken['expectation'], program: Broken['program']) {
    super(expectation, program)
    this.student = student
  }
}

type Failure = { readonly student: Student; readonly broken: Broken }

/** The conversations held with a program, and what became of them. */
export class Search<Talk, Scene> {
  readonly #student: Student
  readonly #exploration: Exploration<Talk, Scene>
  readonly #held: Talk[] = []
  #scene: Scene | null = null
  #first: (Failure & { readonly waited: boolean; readonly atMs: number; alone: boolean }) | null = null
  #used: { readonly student: Student; readonly scene: Scene } | null = null
  /** Something that is no fault of the program. */
  #trouble: unknown = null
  #steps = 0
  readonly #startedMs = performance.now()

  constructor(student: Student, exploration: Exploration<Talk, Scene>) {
    this.#student = student
    this.#exploration = exploration
  }

  /** The next conversation; rejects when it fails. */
  async hold(talk: Talk): Promise<void> {
    if (this.#trouble !== null) return
    if (this.#first !== null) return this.#shrink(talk, this.#first.atMs)
    if (performance.now() - this.#startedMs > exploreMs) return
    this.#held.push(talk)
    const atMs = performance.now()
    const broken = await this.#attempt(async () => {
      this.#scene ??= await this.#exploration.start(this.#student)
      await this.#exploration.talk(this.#scene, talk)
    })
    if (broken === null) return
    // Wrong bytes are wrong. Silence may be nothing but a busy machine, and has to be met again.
    const waited = performance.now() - atMs > quietMs
    this.#first = { student: this.#student, broken, waited, atMs: performance.now(), alone: true }
    await this.#shrink(talk, this.#first.atMs)
    this.#first.alone = false // it takes the conversations before it
    throw broken
  }

  /** Throws what is to be told of the smallest failure that was found, after holding it once more without haste. */
  async conclude(smallest: Talk | null, path: string): Promise<void> {
    await this.#dropUsed()
    if (this.#trouble !== null) throw this.#trouble
    const count = this.#held.length
    const first = this.#first
    if (first === null || smallest === null) {
      if (performance.now() - this.#startedMs > exploreMs)
        this.#student.note = `Only ${count} conversations were held: there was no time for more.`
      return
    }
    const [last] = this.#held.slice(-1) as [Talk]
    const alone = first.alone ? [[smallest], ...(smallest === last ? [] : [[last]])] : []
    for (const talks of [...alone, this.#held.slice(-2), this.#held]) {
      if (performance.now() - this.#startedMs > longestMs) break
      const again = await this.#holdAll(talks)
      if (this.#trouble !== null) throw this.#trouble
      if (again !== null) throw this.#explored(again, path, talks.length)
    }
    if (!first.waited) throw this.#explored(first, path, count)
    this.#student.note = 'An answer was late once, and came in time when the same was sent again.'
  }

  #explored({ student, broken }: Failure, path: string, talks: number): Explored {
    const { expectation: inner, program } = broken
    if (inner.kind === 'explored') throw new Error('an exploration cannot explore')
    const found = { talks, seed: this.#student.seed, path }
    return new Explored(student, { kind: 'explored', inner, ...found }, program)
  }

  async #shrink(talk: Talk, sinceMs: number): Promise<void> {
    if (this.#first?.alone !== true || performance.now() - sinceMs > shrinkMs || this.#steps >= mostSteps)
      return
    this.#steps++
    if (await this.#goesWell(talk)) return
    const failure = await this.#holdAll([talk], hurry)
    await failure?.student.tearDown(false)
    // One that starts slowly is no shorter conversation.
    const slow =
      failure?.broken.expectation.kind === 'connect' && this.#first.broken.expectation.kind !== 'connect'
    if (failure !== null && !slow) throw failure.broken
  }

  /** With a program that has held others: most of the shorter ones go well, and need none of their own. */
  async #goesWell(talk: Talk): Promise<boolean> {
    const student = this.#used?.student ?? this.#student.again(hurry)
    const broken = await this.#attempt(async () => {
      this.#used ??= { student, scene: await this.#exploration.start(student) }
      await this.#exploration.talk(this.#used.scene, talk)
    })
    if (broken === null && this.#trouble === null) return true
    this.#used = null
    await student.tearDown(false)
    return broken === null
  }

  async #dropUsed(): Promise<void> {
    await this.#used?.student.tearDown(false)
    this.#used = null
  }

  /** With a program of their own. */
  async #holdAll(talks: readonly Talk[], share = 1): Promise<Failure | null> {
    const student = this.#student.again(share)
    const broken = await this.#attempt(async () => {
      const scene = await this.#exploration.start(student)
      for (const talk of talks) await this.#exploration.talk(scene, talk)
    })
    if (broken !== null && this.#trouble === null) return { student, broken }
    await student.tearDown(false)
    return null
  }

  async #attempt(talk: () => Promise<void>): Promise<Broken | null> {
    try {
      await talk()
      return null
    } catch (error) {
      if (error instanceof Broken) return error
      this.#trouble = error
      return null
    }
  }
}
