import type { Case } from '../../model/diagnosis.ts'
import { decode, quote } from './text.ts'

/** A sentence about a reply that went to the program's own standard output, or nothing. */
export function printedInstead({ expectation, program }: Case): string {
  const want =
    expectation.kind === 'stream'
      ? expectation.want
      : expectation.kind === 'datagrams'
        ? expectation.want[0]
        : undefined
  const text = (want === undefined ? null : decode(want))?.trim()
  if (want === undefined || text === undefined || text === '' || !program.stdout.includes(text)) return ''
  return ` You printed ${quote(want)} on your own screen, where no client can read it: send it.`
}
