import type { Client } from './exchange.ts'

/** A question of the exam, as its exercise declares it: what is asked, and the shape of the answer. */
export type Question = { readonly ask: string } & (
  | { readonly kind: 'choice'; readonly options: Names }
  /** Each item is given one of `to`. */
  | { readonly kind: 'assign'; readonly items: Names; readonly to: Names }
  /** A short value for each field: a number, an address. */
  | { readonly kind: 'fields'; readonly fields: Names }
  /**
   * To which address the reply to a client goes, in an exchange of datagrams with ports and an order of the student's
   * own. `{server}` in what is asked becomes the server's address.
   */
  | { readonly kind: 'predict'; readonly fields: { readonly [field: string]: Client } }
  /** All items that belong, each once, in the order in which they happen. */
  | { readonly kind: 'order'; readonly items: Names }
  | { readonly kind: 'text' }
  /** A column of a table: socket calls, one below the other. */
  | { readonly kind: 'calls' }
  /** Columns beside each other: what stands in one row does the same work. */
  | { readonly kind: 'rows'; readonly columns: readonly (readonly [string, string])[] }
)

/** A cell of a table. `row` is another one for each row of each table. */
export type Cell = { readonly text: string; readonly line: number; readonly row: number }

/** What a student writes for it, and what it stands for. */
type Names = { readonly [name: string]: string }

/** What is right, and what a wrong answer means. Lies in `solutions/`, never with a student. */
export type Key =
  | { readonly kind: 'choice'; readonly answer: string; readonly why: { readonly [wrong: string]: string } }
  | { readonly kind: 'assign'; readonly answers: Names; readonly why: string }
  | {
      readonly kind: 'fields'
      /** The first one is shown; all of them are right. */
      readonly answers: { readonly [field: string]: readonly [string, ...string[]] }
      /** Of a field: what a certain wrong value means, or (`''`) any. */
      readonly why: { readonly [field: string]: Names }
    }
  | {
      readonly kind: 'predict'
      /** What it means to name the server's address, the other client's, or any. `{client}` is who is answered. */
      readonly why: { readonly server: string; readonly other: string; readonly any: string }
    }
  | {
      readonly kind: 'order'
      /** Whatever is not said to be before another may stand on either side of it. */
      readonly before: readonly (readonly [string, string])[]
      /** Items that do not happen at all. */
      readonly never?: readonly string[]
      readonly why: string
    }
  | { readonly kind: 'text'; readonly facts: readonly Fact[]; readonly names: string }
  | CallsKey
  | {
      readonly kind: 'rows'
      readonly pairs: readonly {
        readonly columns: readonly [string, string]
        /** Calls of the first column without a counterpart in the second. */
        readonly alone: readonly string[]
        readonly alike: readonly (readonly [string, string])[]
      }[]
      readonly why: string
    }

/** All but those of predictions, whose truth has to be found out first. */
export type KnownKey = Exclude<Key, { kind: 'predict' }>

export type CallsKey = {
  readonly kind: 'calls'
  readonly required: readonly string[]
  readonly before: readonly (readonly [string, string])[]
  /** Right only where they are called optional. */
  readonly optional: readonly string[]
  /** Wrong here, and why. */
  readonly wrong: Names
  /** What to say of data that is read from or sent to the socket that accepts. */
  readonly onListener?: string
}

/** A fact is found where one sentence has something of every group. Patterns are regular expressions, case aside. */
export type Fact = { readonly says: string; readonly groups: readonly string[] }

export type Keys = { readonly [check: string]: Key }

/** A teacher's marks for one answer; they hold for exactly this answer. */
export type Review = {
  readonly marks: number
  readonly name: string
  /** Of the answer, in hex. */
  readonly sha256: string
  readonly reason: string
}

/** An answers file as read: the values by check, and on which line each stands. */
export type Answers = {
  readonly file: string
  readonly values: { readonly [check: string]: unknown }
  readonly lines: { readonly [check: string]: number }
}
