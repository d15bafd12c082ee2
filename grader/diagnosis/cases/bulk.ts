import type { Expectation } from '../../model/expectation.ts'
import { bytes, caseOf, row, type Row } from './shorthands.ts'

const bulk = (
  arrived: number,
  why: 'silence' | 'end' | 'reset' | 'different' | 'lost' | 'repeated',
  got = '',
  taken = 9_437_184,
): Expectation => ({
  kind: 'bulk',
  by: 'client 1',
  total: 9_437_184,
  taken,
  arrived,
  want: bytes('abcdefgh'),
  got: bytes(got),
  why,
})

export const bulkRows: readonly Row[] = [
  row(
    'a lost tail',
    'reply-cut-short',
    caseOf('tcp server', bulk(4_000_000, 'end'), 'client 1 connect\nclient 1 finish'),
    'Client 1 sent 9,437,184 bytes, and only the first 4,000,000 bytes came back; then the connection was closed',
    'is lost when you close',
  ),
  row(
    'a lost middle',
    'bytes-lost',
    caseOf('tcp server', bulk(4_000_000, 'lost', 'hijk')),
    "and then 'hijk', which it sent later: what begins with 'abcdefgh' is missing",
    'takes only what there is room for',
  ),
  row(
    'a changed byte',
    'wrong-reply',
    caseOf('tcp server', bulk(4096, 'different', 'ABCD')),
    "and then 'ABCD', instead of 'abcdefgh'",
  ),
  row(
    'every piece twice',
    'extra-bytes',
    caseOf('tcp server', bulk(4096, 'repeated', 'ABCD')),
    "and then 'ABCD', which had come before",
  ),
  row(
    'an end in the middle',
    'reply-cut-short',
    caseOf('tcp server', bulk(0, 'reset')),
    'You closed it while received bytes were still unread',
  ),
  row(
    'nothing of much',
    'no-reply',
    caseOf('tcp server', bulk(0, 'silence', '', 4_000_000)),
    'Client 1 sent 9,437,184 bytes, of which you took only 4,000,000, and not one of them came back',
  ),
]
