// What grading the whole course costs: each exercise beside its floor, all solutions of a track at once, and the memory
// of the grader meanwhile: node bench/course.js [python|typescript] [ROUNDS]
import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { floors } from './floors.js'

const [track = 'python', rounds = '3'] = process.argv.slice(2)
const root = process.cwd()
const scratch = mkdtempSync(join(tmpdir(), 'doorway-bench-'))
const python = execFileSync('python3', ['-c', 'import sys; print(sys.executable)'], {
  encoding: 'utf8',
}).trim()
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]

/** Resident memory of the grader's own processes, without the programs: those lead groups of their own. */
function memoryBytes(pid) {
  const grader = new Set([pid])
  let sum = 0
  for (const name of readdirSync('/proc').filter((each) => /^\d+$/.test(each))) {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
      const [, parent, group] = stat
        .slice(stat.lastIndexOf(')') + 2)
        .split(' ')
        .map(Number)
      if (Number(name) !== pid && (!grader.has(parent) || group !== pid)) continue
      grader.add(Number(name))
      const pss = /^Pss: +(\d+)/m.exec(readFileSync(`/proc/${name}/smaps_rollup`, 'utf8'))?.[1]
      sum += Number(pss ?? 0) * 1024
    } catch {
      // it ended meanwhile
    }
  }
  return sum
}

/** Grades, and says how long it took, what the report says and how much memory the grader had at most. */
async function grade(slugs) {
  const report = join(scratch, 'report.json')
  const startedMs = performance.now()
  const args = [
    'dist/cli.js',
    'grade',
    ...slugs,
    '--solutions',
    '--track',
    track,
    '--report',
    `json=${report}`,
  ]
  const child = spawn(process.execPath, args, { cwd: root, stdio: 'ignore', detached: true })
  let most = 0
  const look = setInterval(() => (most = Math.max(most, memoryBytes(child.pid))), 250)
  await new Promise((resolve) => child.once('exit', resolve))
  clearInterval(look)
  return { ms: performance.now() - startedMs, report: JSON.parse(readFileSync(report, 'utf8')), most }
}

async function commandOf(unit, slug) {
  const folder = join(root, 'solutions', unit, slug, track)
  const [entry] = readdirSync(folder)
  if (track === 'python') return [python, '-u', join(folder, entry)]
  const outfile = join(scratch, `${slug}.mjs`)
  const alias = { '#socket': join(root, 'dist/socket.js') }
  await build({
    entryPoints: [join(folder, entry)],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    alias,
  })
  return [process.execPath, outfile]
}

async function floorOf({ unit, slug, checks }) {
  const command = await commandOf(unit, slug)
  const { exchange, checks: given } = floors[slug]
  const startedMs = performance.now()
  await Promise.all(checks.map(({ id }) => exchange(command, given[id] ?? {})))
  return performance.now() - startedMs
}

const whole = await grade([])
const exercises = whole.report.exercises.filter(({ slug, unit }) =>
  existsSync(join('solutions', unit, slug, track)),
)
console.log(`${track}, Node ${process.version}: medians of ${rounds}, wall time in ms\n`)
console.log(`${'exercise'.padEnd(22)} checks   floor   grade   ratio`)
for (const exercise of exercises) {
  const { slug, checks, score, maxScore } = exercise
  if (floors[slug] === undefined) {
    console.log(`${slug.padEnd(22)} ${String(checks.length).padStart(6)}   no floor is known`)
    continue
  }
  const [floor, graded] = [[], []]
  for (let i = 0; i < Number(rounds); i++) {
    floor.push(await floorOf(exercise))
    graded.push((await grade([slug])).ms)
  }
  const [least, most] = [median(floor), median(graded)]
  const cells = [checks.length, least.toFixed(0), most.toFixed(0), (most / least).toFixed(2)]
  const points = score === maxScore ? '' : `   only ${score} of ${maxScore} points`
  console.log(`${slug.padEnd(22)} ${cells.map((cell) => String(cell).padStart(6)).join('  ')}${points}`)
}
const { ms, most, report } = whole
console.log(
  `\nall ${report.exercises.length} exercises at once: ${(ms / 1000).toFixed(1)} s, ${report.score} of ${report.maxScore} points, the grader held ${(most / 2 ** 20).toFixed(0)} MB at most`,
)
rmSync(scratch, { recursive: true, force: true })
process.exit()
