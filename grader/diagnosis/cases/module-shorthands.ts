import type { Expectation } from '../../model/expectation.ts'
import type { Outcome } from '../../model/expectation-module.ts'
import type { Send } from '../../model/sends.ts'
import { bytes, caseOf, type errorAt } from './shorthands.ts'

type Sends = Extract<Expectation, { kind: 'sends' }>

export const returned = {
  kind: 'returned' as const,
  shown: 'None',
  lazy: false,
  waiting: 0,
  added: false,
} satisfies Outcome
export const raised = (error: ReturnType<typeof errorAt>, broken = false): Outcome => ({
  kind: 'raised',
  error,
  type: error.type,
  broken,
  waiting: 0,
  added: false,
})
export const send = (text: string, took: number | null): Send => ({ bytes: bytes(text), took, waiting: 0 })
export const text = 'café au lait, merci!'
export const sends = (why: Sends['why'], rest: Partial<Sends> = {}): Sends => ({
  kind: 'sends',
  name: 'send_all',
  data: bytes(text),
  text: false,
  sends: [send(text, 3)],
  outcome: returned,
  at: 3,
  why,
  astray: null,
  before: { from: 0, offered: 21 },
  ...rest,
})
export const astray = (of: string) => ({ astray: { bytes: bytes(of), nth: 2 }, outcome: null })
export const raise = (
  why: 'returned' | 'raised' | 'endless' | 'silence',
  outcome: Outcome | null,
  after = 1,
): Expectation => ({
  kind: 'raise',
  name: 'send_all',
  data: bytes(text),
  text: false,
  sends: [send(text, 1), send('afé', 2), ...Array.from({ length: after }, () => send('é', null))],
  outcome,
  why,
})
export const arrival = (
  why: Extract<Expectation, { kind: 'arrival' }>['why'],
  got: string,
  outcome: Outcome | null,
): Expectation => ({
  kind: 'arrival',
  name: 'send_all',
  total: 8_388_608,
  arrived: 512,
  want: bytes('abcd'),
  got: bytes(got),
  why,
  outcome,
})
export const module = (expectation: Expectation, program = {}, track = 'python') =>
  caseOf('tcp module', expectation, '', program, track)
export const unfit = (
  what: 'nothing' | 'value' | 'class',
  names: string[] = [],
  shown = '',
): Expectation => ({
  kind: 'module',
  name: 'sendAll',
  found: { what, names, shown },
})
export const notLoaded: Expectation = { kind: 'module', name: 'send_all', found: null }
