/**
 * `#grader`: what exercises are written with. An exercise declares itself with {@link defineExercise} in `exercise.ts`
 * and proves its checks with {@link checksFor} and {@link expect} in `checks.test.ts`.
 */
export { checksFor } from './checks/check.ts'
export { expect } from './checks/expect.ts'
export { explore, type FastCheck } from './checks/explore.ts'
export { blocksFor, fileFor, receiverOf, senderOf, timely } from './checks/transfers.ts'
export { questionsFor } from './checks/questions.ts'
export { storeOn, type Store } from './checks/store.ts'
export { Writes } from './checks/writes.ts'
export { browse } from './checks/web-client.ts'
export { relayTo } from './checks/relay.ts'
export { roomOn } from './checks/room.ts'
export { originOf } from './checks/web-origin.ts'
export {
  defineCourse,
  defineExercise,
  defineQuestions,
  type Course,
  type Exercise,
  type Keys,
  type Mistakes,
} from './model/exercise.ts'
export type { TcpPeer } from './checks/peers.ts'
export type { ServerUnderTest } from './checks/server.ts'
