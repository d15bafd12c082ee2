import type { Expectation } from '../../model/expectation.ts'
import type { PingFault } from '../../model/pings.ts'
import { bytes, caseOf, crashedWith, exited, row, type Row } from './shorthands.ts'
import type { ProgramFacts } from '../../model/program.ts'

const pings = (fault: PingFault): Expectation => ({ kind: 'pings', fault })
const of = (fault: PingFault, program: Partial<ProgramFacts> = {}) =>
  caseOf('udp client', pings(fault), '', program)
const rtt = (rttMs: number, heldMs = 50, seq = 1) => of({ of: 'rtt', printed: { seq, rttMs }, heldMs })
const stopped = (why: 'silence' | 'exit', lost = true, sent = 3): PingFault => ({
  of: 'count',
  sent,
  count: 10,
  lost,
  why,
})
const result = (seq: number, rttMs: number | null, heldMs: number | null, reply: string | null = null) =>
  of({ of: 'result', printed: { seq, rttMs }, heldMs, reply: reply === null ? null : bytes(reply) })

export const pingRows: readonly Row[] = [
  row('no ping', 'wrong-ping', of({ of: 'format', got: bytes('hello') }), "'hello' arrived: it is no ping"),
  row(
    'no time',
    'wrong-ping',
    of({ of: 'format', got: bytes('Ping 1') }),
    "'Ping 1' arrived: something is missing",
  ),
  row(
    'counts from 0',
    'wrong-ping',
    of({ of: 'sequence', want: 1, got: 0 }),
    'Ping 1 was due, and ping 0 arrived',
    'begin with 1',
  ),
  row('twice', 'wrong-ping', of({ of: 'sequence', want: 3, got: 2 }), 'Send each ping once'),
  row('one left out', 'wrong-ping', of({ of: 'sequence', want: 3, got: 4 }), 'Leave no number out'),
  row(
    'COUNT ignored',
    'wrong-count',
    of({ of: 'count', sent: 10, count: 3, lost: false, why: 'more' }),
    'COUNT was 3, and 10 pings came',
  ),
  row('ends early', 'wrong-count', of(stopped('exit', false), exited()), 'then your program ended'),
  row('waits for nothing', 'wrong-count', of(stopped('silence', false)), 'ping 4 did not come within 5 s'),
  row(
    'no time limit',
    'never-timed-out',
    of(stopped('silence')),
    'Ping 3 was dropped, and 5 s later you still wait',
    'UDP never tells you about a loss: set a time limit of 1 s',
  ),
  row(
    'stops at a timeout',
    'stopped-at-loss',
    of(stopped('exit'), exited()),
    'you stopped at the first lost ping',
    'go on with ping 4',
  ),
  row(
    'dies of its timeout',
    'stopped-at-loss',
    of(stopped('exit'), crashedWith('TimeoutError', null, 'client.recvfrom(2048)', 'timed out')),
    'Ping 3 was dropped, your time limit ended the wait, and its error ended your program at server.py:14',
    'go on with the next ping',
  ),
  row(
    'another error than the time limit',
    'crashed',
    of(stopped('exit'), crashedWith('ValueError', null, 'int(words[1])', 'invalid literal')),
    'ValueError',
  ),
  row(
    'all at once',
    'sent-too-early',
    of({ of: 'turn', seq: 2, together: 10, withinMs: 2.04 }),
    '10 pings arrived within 2.04 ms',
    'only after the reply to this one, or after its timeout',
  ),
  row(
    'a little early',
    'sent-too-early',
    of({ of: 'turn', seq: 4, together: 2, withinMs: 200 }),
    'Ping 4 arrived 200 ms after ping 3',
  ),
  row(
    'nothing printed',
    'wrong-result',
    of({ of: 'line', seq: 1, printed: [] }, exited()),
    'No line `seq=1 rtt=<x> ms`',
    'Nothing was printed',
  ),
  row(
    'printed in another form',
    'wrong-result',
    of({ of: 'line', seq: 1, printed: [] }, { stdout: 'Reply 1: 0.4 ms\n' }),
    "You printed 'Reply 1: 0.4 ms'",
  ),
  row(
    'results on standard error',
    'wrong-result',
    of({ of: 'line', seq: 1, printed: [] }, { stderr: 'seq=1 rtt=1 ms\n' }),
    'they belong on standard output',
  ),
  row(
    'two results',
    'wrong-result',
    of({
      of: 'line',
      seq: 4,
      printed: [
        { seq: 4, rttMs: null },
        { seq: 4, rttMs: 1301 },
      ],
    }),
    "'seq=4 timeout', 'seq=4 rtt=1301 ms'",
  ),
  row('a lost one has a time', 'wrong-result', result(3, 0.2, null), 'Ping 3 was dropped, and yet'),
  row('an answered one is a timeout', 'wrong-result', result(1, null, 100), 'was answered after 100 ms'),
  row(
    'compares the text',
    'wrong-result',
    result(1, null, 0.1, 'PING 1 17'),
    "answered at once, with 'PING 1 17',",
    'compare the number, not the text',
  ),
  row('waits too long', 'wrong-timeout', result(4, 1301, 1300), 'came only after 1.3 s', 'Wait one second'),
  row(
    'the late one is taken for the next',
    'took-other-reply',
    of({ of: 'other-reply', printed: { seq: 5, rttMs: 301 }, other: 4, afterMs: 300 }),
    "A reply to ping 4 arrived 300 ms after you had sent ping 5, and you reported it as 'seq=5 rtt=301 ms'",
    'Compare the sequence number',
    'what is left of the second',
  ),
  row(
    'seconds',
    'wrong-rtt',
    rtt(0.05),
    "held 50 ms, and you printed 'seq=1 rtt=0.05 ms'",
    'multiply them by 1000',
  ),
  row('microseconds', 'wrong-rtt', rtt(50_800), 'These are microseconds'),
  row('nanoseconds', 'wrong-rtt', rtt(50_800_000), 'These are nanoseconds'),
  row('the wrong way round', 'wrong-rtt', rtt(-50.2), 'the wrong sign'),
  row('one way', 'wrong-rtt', rtt(25.2), 'half of it'),
  row('too short', 'wrong-rtt', rtt(0.3), 'It cannot be that short'),
  row('with its pause', 'wrong-rtt', rtt(1051), 'a pause of a second'),
  row(
    'one clock for all',
    'wrong-rtt',
    of({ of: 'growth', rttsMs: [50, 101, 152, 203, 254], heldMs: 50 }),
    '50 ms, 101 ms, 152 ms, 203 ms, …',
    'for every ping',
  ),
  row(
    'gives up early',
    'wrong-timeout',
    of({ of: 'wait', seq: 3, waitedMs: 301, strays: true }),
    'ping 4 came 301 ms after it: you gave it up too early',
  ),
  row(
    'begins its second anew',
    'wrong-timeout',
    of({ of: 'wait', seq: 3, waitedMs: 4010, strays: true }),
    'ping 4 came 4 s after it',
    'began your second anew',
  ),
  row(
    'copies counted',
    'counted-twice',
    of({ of: 'counted', received: 11, sent: 5 }),
    'You sent 5 pings and counted received=11',
  ),
  row(
    'no summary',
    'wrong-summary',
    of(
      { of: 'summary', want: { sent: 7, received: 5, lostPercent: 200 / 7 }, got: null },
      { stdout: 'seq=7 timeout\n' },
    ),
    'no summary `sent=7 received=5 lost=28.6%`',
    "its last line is 'seq=7 timeout'",
  ),
  row(
    'a share instead of percent',
    'wrong-summary',
    of({
      of: 'summary',
      want: { sent: 10, received: 7, lostPercent: 30 },
      got: { sent: 10, received: 7, lostPercent: 0.3 },
    }),
    "'sent=10 received=7 lost=0.3%'",
    '100 × (sent − received) / sent',
  ),
]
