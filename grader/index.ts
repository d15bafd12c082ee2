/**
 * `#grader`: what exercises are written with. An exercise declares itself with {@link defineExercise} in `exercise.ts`
 * and proves its checks with {@link checksFor} and {@link expect} in `checks.test.ts`.
 */
export { checksFor } from './checks/check.ts'
export { expect } from './checks/expect.ts'
export { defineCourse, defineExercise, type Course, type Exercise, type Mistakes } from './model/exercise.ts'
