import type { Key, Question } from './question.ts'
import type { Symptom } from './symptom.ts'

/** One thing an exercise proves about a program. `needs` names checks without which this one proves nothing. */
type CheckDeclaration<Id extends string = string> = {
  readonly title: string
  readonly points: number
  readonly needs?: readonly NoInfer<Id>[]
  /** Symptoms with which this check fails and yet proves enough for those that need it: they are not blocked. */
  readonly minor?: readonly Symptom[]
  /** Advice for a symptom of this check, instead of the general advice. */
  readonly hints?: { readonly [symptom in Symptom]?: string }
}

type Common = {
  readonly title: string
  /** Name of the file a student edits, without its extension; a track may spell it in its own way (`send_all.py`). */
  readonly entry: string
}

/** An exercise whose answer is a program. */
export type ProgramExercise<Id extends string = string> = Common & {
  /**
   * Who the student's program is in the conversation; a `module` exports one function, called as the entry is, which
   * is loaded and called in a process of its own.
   */
  readonly role: 'server' | 'client' | 'module'
  readonly transport: 'tcp' | 'udp'
  /**
   * False: one check after the other. For programs that may take something which there is only one of, such as a
   * client that binds a fixed port: two of its checks at once would fail each other.
   */
  readonly overlap?: boolean
  /** In the order they are shown and earned. */
  readonly checks: { readonly [id in Id]: CheckDeclaration<Id> }
}

/** An exercise that is answered in a file, which lies directly in its folder and has its extension in `entry`. */
export type QuestionExercise<Id extends string = string> = Common & {
  readonly role: 'answers'
  readonly checks: { readonly [id in Id]: CheckDeclaration<Id> & { readonly question: Question } }
}

export type Exercise<Id extends string = string> = ProgramExercise<Id> | QuestionExercise<Id>

/**
 * Declares an exercise: data only, read by the commands and by its `checks.test.ts`.
 * The slug is the folder's name; the tracks are the folders that exist. Points are whole numbers.
 */
export function defineExercise<const Id extends string>(exercise: ProgramExercise<Id>): ProgramExercise<Id> {
  return exercise
}

/** Declares an exercise that is answered in a file. */
export function defineQuestions<const Id extends string>(
  exercise: QuestionExercise<Id>,
): QuestionExercise<Id> {
  return exercise
}

/** What is right, in `solutions/…/key.ts`: one entry a question. */
export type Keys<E extends QuestionExercise> = { readonly [id in keyof E['checks']]: Key }

/** The course: its title and the exercises in order, unit by unit. Names are folder names. */
export type Course = {
  readonly title: string
  readonly units: readonly {
    readonly name: string
    readonly title: string
    readonly exercises: readonly string[]
  }[]
}

/** Declares the course in `exercises/course.ts`. */
export function defineCourse(course: Course): Course {
  return course
}

/** What each wrong submission of an exercise must get: the checks it fails, the first one with this symptom. */
export type Mistakes<E extends Exercise> = {
  readonly [mistake: string]: {
    readonly fails: readonly [keyof E['checks'] & string, ...(keyof E['checks'] & string)[]]
    readonly symptom: Symptom
  }
}

export const maxScoreOf = (exercise: Exercise): number =>
  Object.values(exercise.checks).reduce((sum, { points }) => sum + points, 0)
