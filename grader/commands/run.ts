import { CourseError } from '../course/load.ts'
import { suggestion } from '../course/nearest.ts'
import { SubmissionError } from '../course/submission.ts'
import { MissingRuntimeError } from '../grading/prepare.ts'
import { ScratchError } from '../grading/scratch.ts'
import { commands } from './index.ts'
import { fail, UsageError } from './usage.ts'

const wrongInput = [UsageError, CourseError, SubmissionError, MissingRuntimeError]

/** Runs the command that the arguments name and resolves to the exit code of the process. */
export async function run([name = '', ...args]: readonly string[]): Promise<number> {
  endQuietlyWithReader()
  try {
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined
    if (command === undefined) throw noSuchCommand(name)
    return await command(args)
  } catch (error) {
    const { message } = error as Error
    if (wrongInput.some((kind) => error instanceof kind)) return fail(2, message)
    if (error instanceof ScratchError) return fail(3, message)
    return fail(3, ownFault(error))
  }
}

function noSuchCommand(name: string): UsageError {
  const known = Object.keys(commands)
  const what = name === '' ? 'Name a command.' : `There is no command "${name}".${suggestion(name, known)}`
  return new UsageError(`${what} Commands: ${known.join(', ')}.`)
}

/** Our own stack helps nobody but us. */
function ownFault(error: unknown): string {
  const { message = String(error), stack } = error instanceof Error ? error : {}
  if (process.env['DOORWAY_DEBUG']) return `The grader itself failed: ${stack ?? message}`
  const [first = ''] = message.split('\n')
  return `The grader itself failed: ${first}. No points are lost; tell the course staff (DOORWAY_DEBUG=1 shows more).`
}

// `npm run grade | head` closes the pipe early, and that is no error of anybody.
function endQuietlyWithReader(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit()
      if (stream === process.stdout) fail(3, `The standard output cannot be written to (${error.code}).`)
      process.exit(3)
    })
  }
}
