import type { Expectation } from '../../model/expectation.ts'
import type { OpenSocket } from '../../model/program.ts'
import { answer, bytes, call } from './shorthands.ts'

export const stream = (
  by: string,
  want: string,
  got = '',
  why: 'silence' | 'end' | 'reset' | 'refused' | 'exit' | 'different' = got === '' ? 'silence' : 'different',
): Expectation => ({
  kind: 'stream',
  by,
  want: bytes(want),
  got: bytes(got),
  why,
})
export const connect = (
  by: string,
  why: 'silence' | 'refused' | 'exit',
  first = by === 'client 1',
): Expectation => ({ kind: 'connect', by, first, why })
export const datagrams = (by: string, want: readonly string[], got: readonly string[] = []): Expectation => ({
  kind: 'datagrams',
  by,
  want: want.map(bytes),
  got: got.map((each) => answer(each)),
})
export const listening = (at: number, address = '0.0.0.0', rest: Partial<OpenSocket> = {}): OpenSocket => ({
  transport: 'tcp',
  family: address.includes(':') ? 'IPv6' : 'IPv4',
  address,
  port: at,
  state: 'listening',
  ...rest,
})
export const bound = (at: number, address = '0.0.0.0') =>
  listening(at, address, { transport: 'udp', state: 'bound' })

export const hello = 'client 1 connect\nclient 1 send hello'
export const served = `${hello}\nclient 1 receive HELLO\nclient 1 finish\nclient 1 end`
export const second = `${served}\nclient 2 connect\nclient 2 send world\ngrader deadline`
export const waiting = 'client 1 connect\nclient 1 receive welcome 1\\n\nclient 2 connect\nclient 3 connect'
export const asked = 'client 1 send hello\ngrader deadline'

export const calls = (why: 'silence' | 'exit' | 'different'): Expectation => ({ kind: 'call', why })
export const line = (
  want: string,
  got: readonly string[],
  why: 'silence' | 'end' | 'different' | 'split' | 'resent' = 'different',
): Expectation => ({
  kind: 'line',
  want,
  got: got.map(bytes),
  why,
})
export const print = (why: 'silence' | 'exit' = 'silence', want = 'reply-oou08-é'): Expectation => ({
  kind: 'print',
  want,
  line: 'na13t-d72u8l',
  why,
})
export const went = (at: number, host = '127.0.0.1') => ({ calls: [call('connect', [host, at])] })
export const replied = 'server accept\nserver receive na13t-d72u8l\nserver send reply-oou08-é'

/** `'CAFÉ|CAFé'` is either of the two. */
type LineWhy = Extract<Expectation, { kind: 'line-replies' }>['why']

export const lineReplies = (
  want: readonly string[],
  got: string,
  why: LineWhy = 'different',
  before = 0,
  by = 'client 1',
): Expectation => ({
  kind: 'line-replies',
  by,
  before,
  want: want.map((each) => each.split('|').map(bytes)),
  got: bytes(got),
  why,
})
