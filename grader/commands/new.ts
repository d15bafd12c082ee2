import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join, relative } from 'node:path'
import colors from 'picocolors'
import { tracks } from '../tracks/index.ts'
import { suggestion } from '../course/nearest.ts'
import { openCourse, root } from './context.ts'
import { addToCourse, lineToAdd, type Place } from './new/course-list.ts'
import { checkSlug, checkUnit } from './new/names.ts'
import { quoted, readArgs, UsageError } from './usage.ts'

const flags = { role: { type: 'string' }, transport: { type: 'string' } } as const
const roles = ['server', 'client'] as const
const transports = ['tcp', 'udp'] as const

/** `npm run new -- UNIT SLUG [--role server|client] [--transport tcp|udp]`: an exercise that works, to be changed into another. */
export async function newCommand(args: readonly string[]): Promise<number> {
  const { values, operands } = readArgs(args, flags)
  const [unit, slug, ...rest] = operands
  if (unit === undefined || slug === undefined || rest.length > 0) {
    throw new UsageError('Name a unit and the new exercise: npm run new -- 1-tcp-servers my-exercise.')
  }
  const role = oneOf('role', values.role ?? 'server', roles)
  const transport = oneOf('transport', values.transport ?? 'tcp', transports)
  const course = await openCourse()
  const isNew = checkUnit(course, unit)
  checkSlug(
    course,
    slug,
    tracks.map(({ name }) => name),
  )
  const place: Place = { unit, slug, title: isNew ? titleOf(unit) : null }
  const written = write(place, join(root, 'grader', 'commands', 'new', 'templates', `${transport}-${role}`))
  const listed = await addToCourse(root, place)
  process.stdout.write(farewell(place, written, listed))
  return 0
}

function oneOf<const T extends string>(flag: string, value: string, known: readonly T[]): T {
  const found = known.find((each) => each === value)
  if (found !== undefined) return found
  throw new UsageError(
    `--${flag} is ${quoted(value)}; it must be ${known.join(' or ')}.${suggestion(value, known)}`,
  )
}

const titleOf = (unit: string): string =>
  unit.replace(
    /^\d+-(.)(.*)$/,
    (_, first: string, more: string) => first.toUpperCase() + more.replaceAll('-', ' '),
  )

/** Writes the exercise and its mirror, both or neither; returns the folders. */
function write({ unit, slug, title }: Place, template: string): string[] {
  const folders = {
    exercise: join(root, 'exercises', unit, slug),
    solution: join(root, 'solutions', unit, slug),
  }
  for (const folder of Object.values(folders)) {
    if (existsSync(folder))
      throw new UsageError(`${relative(root, folder)} exists already; remove it or choose another name.`)
  }
  if (!existsSync(template) || !existsSync(join(root, 'solutions'))) {
    throw new UsageError(
      'New exercises are written in the repository of the course; this is a copy without solutions/.',
    )
  }
  try {
    for (const [name, folder] of Object.entries(folders)) {
      mkdirSync(folder, { recursive: true })
      cpSync(join(template, name), folder, { recursive: true })
    }
    // Called otherwise in the template, or Jest would run it there.
    renameSync(join(folders.exercise, 'checks.ts'), join(folders.exercise, 'checks.test.ts'))
    const home = `../../../exercises/${unit}/${slug}/exercise.ts`
    replaceIn(join(folders.solution, 'mistakes.ts'), '../exercise/exercise.ts', home)
    replaceIn(join(folders.exercise, 'README.md'), 'SLUG', slug)
    const lesson = join(root, 'exercises', unit, 'README.md')
    if (title !== null && !existsSync(lesson))
      writeFileSync(lesson, `# ${title}\n\nTODO: the lesson of this unit.\n`)
  } catch (error) {
    for (const folder of Object.values(folders)) rmSync(folder, { recursive: true, force: true })
    throw error
  }
  return Object.values(folders)
}

function replaceIn(path: string, from: string, to: string): void {
  writeFileSync(path, readFileSync(path, 'utf8').replaceAll(from, to))
}

function farewell(place: Place, folders: readonly string[], listed: boolean): string {
  const { slug, unit } = place
  const files = folders.map((folder) => {
    const names = readdirSync(folder, { withFileTypes: true }).map(
      (each) => each.name + (each.isDirectory() ? '/' : ''),
    )
    return `  ${relative(root, folder)}/\n    ${colors.dim(names.sort().join(' '))}`
  })
  const course = listed
    ? '  exercises/course.ts lists it.'
    : colors.yellow(`  exercises/course.ts could not be edited safely: ${lineToAdd(place)}.`)
  return `${colors.bold('A small exercise that works:')}
${files.join('\n')}
${course}

${colors.bold('Next:')}
  1. npm run verify -- ${slug}    shows that it works as it is
  2. change it into yours: exercise.ts and checks.test.ts first, then stubs, solutions and mistakes
  3. write the handout, README.md, and a line for it in exercises/${unit}/README.md
`
}
