import { fail, UsageError } from './commands/usage.ts'
import { commands } from './commands/index.ts'
import { CourseError } from './course/load.ts'
import { suggestion } from './course/nearest.ts'
import { SubmissionError } from './course/submission.ts'
import { MissingRuntimeError } from './grading/prepare.ts'

const [name = '', ...args] = process.argv.slice(2)

try {
  const command = commands[name]
  if (command === undefined) {
    throw new UsageError(`There is no command "${name}".${suggestion(name, Object.keys(commands))}`)
  }
  process.exitCode = await command(args)
} catch (error) {
  const known = [UsageError, CourseError, SubmissionError, MissingRuntimeError].some((kind) => error instanceof kind)
  if (known) process.exitCode = fail(2, (error as Error).message)
  else process.exitCode = fail(3, `The grader itself failed: ${error instanceof Error ? error.stack : String(error)}`)
}
