import { join } from 'node:path'
import type { Keys } from '../model/question.ts'
import { loadDefaults, type LoadedExercise } from '../course/load.ts'
import { mirrorOf } from '../course/variants.ts'

/** What is right in an exercise with questions; undefined where `solutions/` is not there, as with a student. */
export async function loadKey(exercise: LoadedExercise): Promise<Keys | undefined> {
  const root = join(exercise.folder, '..', '..', '..')
  const path = join(mirrorOf(root, exercise), 'key.ts')
  return (await loadDefaults<Keys>(root, [path])).get(path)
}
