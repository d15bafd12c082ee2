import { randomInt } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { LoadedCourse } from '../course/load.ts'
import { loadCourse } from '../course/load.ts'
import { settleIn } from '../tracks/house.ts'
import { quoted, UsageError } from './usage.ts'

const mostSeeds = 2 ** 31

/** Where Doorway is installed: the folder above dist/. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..')

export const version = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string })
  .version

export { choose } from './choose.ts'

export async function openCourse(): Promise<LoadedCourse> {
  settleIn(root)
  return loadCourse(root)
}

/** Ports for programs: `DOORWAY_PORTS=FIRST-LAST`, by default 20000-31999. */
export function portRange(): readonly [number, number] {
  const text = process.env['DOORWAY_PORTS']
  if (text === undefined || text === '') return [20_000, 31_999]
  const [, first, last] = /^(\d+)-(\d+)$/.exec(text) ?? []
  const range = [Number(first), Number(last)] as const
  if (first === undefined || range[0] < 1024 || range[1] > 65535 || range[1] - range[0] < 99) {
    throw new UsageError(
      `DOORWAY_PORTS is ${quoted(text)}; it must be a range of at least 100 ports, such as 21000-22999.`,
    )
  }
  return range
}

/** What payloads and conversations are drawn from: `DOORWAY_SEED=N`, the one of a report, repeats its run; by default any. */
export function chosenSeed(): number {
  const text = process.env['DOORWAY_SEED']
  if (text === undefined || text === '') return randomInt(mostSeeds)
  const seed = Number(text)
  if (/^\d+$/.test(text) && seed < mostSeeds) return seed
  throw new UsageError(`DOORWAY_SEED is ${quoted(text)}; it must be a number below ${mostSeeds}.`)
}
