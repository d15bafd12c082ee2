import { pingResults, pingSeq, pingSummary } from './pings.ts'

test.each([
  ['Ping 3 1712345678.25', 3],
  ['Ping 10 Thu Nov 26 13:00:00 2026\n', 10],
  ['PING 3 1712345678.25', 3],
  ['Ping 3', null],
  ['Ping three 17', null],
  ['Pong 3 17', null],
  ['', null],
])('%j is ping %j', (text, seq) => {
  expect(pingSeq(Buffer.from(text))).toBe(seq)
})

test('results are found anywhere, and only whole ones', () => {
  const printed =
    'PING host: seq=1 rtt=0.4 ms\nseq=2 timeout\nseq=3 rtt=5e-05 ms seq=4  rtt=51ms\nseq=5 rtt=ms\nseq=6 timeouts'
  expect(pingResults(printed)).toEqual([
    { seq: 1, rttMs: 0.4 },
    { seq: 2, rttMs: null },
    { seq: 3, rttMs: 0.00005 },
    { seq: 4, rttMs: 51 },
  ])
})

test('the last summary counts', () => {
  const printed = 'sent=1 received=1 lost=0%\nsent=10, received=7, lost=30.0 %'
  expect(pingSummary(printed)).toEqual({ sent: 10, received: 7, lostPercent: 30 })
  expect(pingSummary('sent=10 received=7')).toBeNull()
})
