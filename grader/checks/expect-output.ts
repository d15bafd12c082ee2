import { Broken } from './broken.ts'
import type { Caller } from './caller.ts'
import { whileMoreComes } from './keep-coming.ts'
import { expectNobodyOn } from './stranger.ts'
import { exitMs, nothingMoreMs, replyMs } from './times.ts'

export type OutputExpectations = {
  /**
   * All these bytes, which were sent in these pieces, appear on standard output. Line ends and what is printed around
   * them are another check's business.
   */
  toPrintAll(...pieces: readonly Uint8Array[]): Promise<void>
  /** When it has ended, standard output is exactly these bytes. */
  toPrintExactly(...pieces: readonly Uint8Array[]): Promise<void>
  /** It ends with another exit code than 0. */
  toFail(): Promise<void>
}

// One byte a letter, without CR and LF.
const withoutLineEnds = (bytes: Uint8Array) =>
  Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\r\n]+/g, '')

/** What a client that hands on what it receives prints, and how it ends. */
export function expectOutput(caller: Caller): OutputExpectations {
  const { program } = caller
  const { recorder } = program

  async function output(pieces: readonly Uint8Array[], exactly: boolean, done: () => boolean): Promise<void> {
    // A program may keep everything back until it has all.
    await recorder.until(2 * replyMs, () =>
      done() || program.exit !== null || program.printedBytes().length > 0 ? true : undefined,
    )
    await whileMoreComes(
      recorder,
      () => program.printedBytes().length,
      () => done() || program.exit !== null,
    )
    // A child of it may still be writing.
    if (!done()) await recorder.window(nothingMoreMs, () => (done() ? true : undefined))
    if (done()) return
    recorder.record('grader', 'deadline')
    const got = Buffer.from(program.printedBytes())
    const why = program.exit === null ? 'silence' : 'exit'
    throw new Broken({ kind: 'output', pieces: pieces.map((each) => Buffer.from(each)), got, exactly, why })
  }

  return {
    toPrintAll(...pieces) {
      const want = withoutLineEnds(Buffer.concat(pieces))
      const done = () =>
        program.printedBytes().length >= want.length && withoutLineEnds(program.printedBytes()).includes(want)
      return output(pieces, false, done)
    },

    async toPrintExactly(...pieces) {
      const want = Buffer.concat(pieces)
      const done = () => program.printedBytes().equals(want)
      await output(pieces, true, done)
      // What comes at its end belongs to it, too.
      await recorder.until(exitMs, () => program.exit ?? undefined)
      await output(pieces, true, done)
    },

    async toFail() {
      const exit = await recorder.until(2 * replyMs, () => program.exit ?? undefined)
      if (exit !== undefined && exit.code !== 0) return
      expectNobodyOn(caller.server.port, program)
      recorder.record('grader', 'deadline')
      throw new Broken({ kind: 'give-up', why: exit === undefined ? 'silence' : 'code' })
    },
  }
}
