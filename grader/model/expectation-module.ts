import type { ProgramError } from './program.ts'
import type { Misstep, Send } from './sends.ts'

/** Why a module cannot be used: it exports nothing of this name, or not a function. */
export type Unfit = {
  readonly what: 'nothing' | 'value' | 'class'
  /** The functions it does export. */
  readonly names: readonly string[]
  readonly shown: string
}

/** How a call of the function ended. */
export type Outcome =
  | {
      readonly kind: 'returned'
      readonly shown: string
      /** It returned something that has still to be run: a coroutine, a generator. */
      readonly lazy: boolean
      /** So many calls of send() were still under way. */
      readonly waiting: number
      /** A promise was used as a number. */
      readonly added: boolean
    }
  | {
      readonly kind: 'raised'
      readonly error: ProgramError | null
      /** The name of its class. */
      readonly type: string
      /** The error of send(), or one that was made from it. */
      readonly broken: boolean
      readonly waiting: number
      readonly added: boolean
    }

/** A call of the student's function with a socket that takes what a script says. */
type Called = {
  readonly name: string
  readonly data: Uint8Array
  /** The data was given as text. */
  readonly text: boolean
  readonly sends: readonly Send[]
  /** Null when it has not ended. */
  readonly outcome: Outcome | null
}

export type ModuleExpectation =
  /** A module has to be loaded, and to export its function; `found` is null when it was not loaded. */
  | { readonly kind: 'module'; readonly name: string; readonly found: Unfit | null }
  /** All data must be sent, once and in order, and then the function must return. */
  | (Called & {
      readonly kind: 'sends'
      /** So many bytes were taken as they should be. */
      readonly at: number
      readonly why: Misstep | 'stopped' | 'raised' | 'endless' | 'silence'
      /** The call that went astray, and which it was, from 1. */
      readonly astray: { readonly bytes: Uint8Array; readonly nth: number } | null
      /** Where the call before it began, and how many bytes it offered. */
      readonly before: { readonly from: number; readonly offered: number }
    })
  /** The error of send() must reach the caller. */
  | (Called & { readonly kind: 'raise'; readonly why: 'returned' | 'raised' | 'endless' | 'silence' })
  /** Everything must reach the reader at the other end of a real connection. */
  | {
      readonly kind: 'arrival'
      readonly name: string
      readonly total: number
      readonly arrived: number
      readonly want: Uint8Array
      readonly got: Uint8Array
      readonly why: 'lost' | 'repeated' | 'different' | 'end' | 'reset' | 'silence'
      readonly outcome: Outcome | null
    }
