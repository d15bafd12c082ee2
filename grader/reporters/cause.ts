import type { CheckReport } from '../model/report.ts'

const longest = 12
const framed = /^\s*(?:File "|at )/
const ours =
  /node:internal|[\\/]dist[\\/]socket\.js|sitecustomize\.py|^\(Use `node |^Node\.js v\d|^\s*[~^]+\s*$/

/**
 * What the program printed on standard error, where that is the cause of the failure and says more than the message:
 * an error without a place, or one that went through several calls. Frames that are not theirs are left out.
 */
export function causeOn({ message, actual, program, symptom, verdict }: CheckReport): string[] {
  if (program === null || verdict !== 'fail' || symptom === 'does-not-parse') return []
  const endedBadly = program.exitCode !== null && program.exitCode !== 0
  if (!endedBadly && symptom !== 'crashed') return []
  const lines = program.stderrTail.split('\n').filter((line) => line.trim() !== '' && !ours.test(line))
  const frames = lines.filter((line) => framed.test(line)).length
  const told = lines.some((line) => line.length > 8 && `${message} ${actual}`.includes(line.trim()))
  if (lines.length === 0 || (told && frames < 2)) return []
  return lines.slice(-longest).map(shorten)
}

// Where a student's files lie while they are graded says nothing to anybody.
const shorten = (line: string) => line.replace(/(?:file:\/\/)?(?:\/[^/\s"'()]+)+\/([^/\s"'()]+)/g, '$1')
