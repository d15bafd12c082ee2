import type { Arbitrary } from 'fast-check'
import { Search } from './search.ts'
import type { Student } from './student.ts'

export type FastCheck = (typeof import('fast-check'))['default']

/** How a program is explored. `Scene` is the program as its clients see it, such as `ServerUnderTest`. */
export type Exploration<Talk, Scene> = {
  /** Conversations made by chance. Every one must be legal: what a program does wrong in one is its mistake. */
  readonly conversations: (fc: FastCheck) => Arbitrary<Talk>
  /**
   * Starts the program. All conversations are held with it, one after the other, until one fails; from then on each
   * has a program of its own.
   */
  readonly start: (student: Student) => Promise<Scene>
  /** Holds one conversation: everything that it sends is in `conversation`, and nothing else is drawn by chance. */
  readonly talk: (scene: Scene, conversation: Talk) => Promise<void>
  /** How many conversations are held when none fails. */
  readonly count?: number
}

const usualCount = 24

/**
 * Holds random conversations, drawn from the run's seed. Of one that fails, the shortest is looked for that still does,
 * and told: it has been held with a fresh program and with all the time that any other check gives.
 */
export async function explore<Talk, Scene>(
  student: Student,
  exploration: Exploration<Talk, Scene>,
): Promise<void> {
  // Large, and a bundle of its own: only who explores pays for it.
  const { default: fc } = await import('fast-check')
  const search = new Search(student, exploration)
  const property = fc.asyncProperty(exploration.conversations(fc), (talk) => search.hold(talk))
  const { seed } = student
  const numRuns = exploration.count ?? usualCount
  const { counterexample, counterexamplePath } = await fc.check(property, { seed, numRuns })
  await search.conclude(counterexample?.[0] ?? null, counterexamplePath ?? '')
}
