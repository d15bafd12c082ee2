import type { PingFault, PingResult } from '../../model/pings.ts'
import { hex, quote, quoteText, plain, count as counted } from '../evidence/text.ts'
import { finding, type CaseOf, type Finding } from '../finding.ts'
import { failedAlive, whatItDoes } from '../server/stream.ts'
import { diagnoseTime } from './ping-times.ts'
import { line, ms } from './ping-words.ts'

type Broken = CaseOf<'pings'>
type Of<Kind extends PingFault['of']> = Extract<PingFault, { of: Kind }>
type Rules = { readonly [Kind in PingFault['of']]: (fault: Of<Kind>, broken: Broken) => Finding }

/** A pinger's datagrams or results disagree with what its server did. */
export const diagnosePings = (broken: Broken): Finding =>
  (rules[broken.expectation.fault.of] as (fault: PingFault, broken: Broken) => Finding)(
    broken.expectation.fault,
    broken,
  )

/** Whether it shows the cause by itself, whatever became of the program afterwards. */
export const shownByPings = (fault: PingFault): boolean =>
  fault.of === 'line' ? fault.printed.length > 1 : fault.of !== 'count' || fault.why === 'more'

/** Copies come for 3 s: whoever begins its second anew with each of them waits longer. */
const longestScriptMs = 3500

const rules: Rules = {
  format({ got }) {
    const odd = /^ping[\s-]*\d*\s*$/i.test(Buffer.from(got).toString('latin1'))
    const what = odd ? 'something is missing in it' : 'it is no ping'
    const text = `The datagram ${quote(got)} arrived: ${what}. A ping is \`Ping <seq> <time>\`, such as 'Ping 3 1712345678.25', in plain text.`
    return finding('wrong-ping', text, "'Ping <seq> <time>'", `${quote(got)}: ${hex(got, 12)}`)
  },

  sequence({ want, got }) {
    const why =
      want === 1 ? 'The numbers begin with 1.' : got < want ? 'Send each ping once.' : 'Leave no number out.'
    const text = `Ping ${want} was due, and ping ${got} arrived. ${why}`
    return finding('wrong-ping', text, `ping ${want}`, `ping ${got}`)
  },

  count: diagnoseCount,

  turn({ seq, together, withinMs }) {
    const text =
      together > 2
        ? `${together} pings arrived within ${ms(withinMs)}, before the first of them was answered: send the next ping only after the reply to this one, or after its timeout.`
        : `Ping ${seq} arrived ${ms(withinMs)} after ping ${seq - 1}, which had not been answered yet: send the next ping only after the reply or after a second.`
    return finding('sent-too-early', text, 'one ping at a time', `${together} within ${ms(withinMs)}`)
  },

  line: diagnoseLines,

  result({ printed, heldMs, reply }) {
    const { seq } = printed
    if (printed.rttMs !== null && heldMs !== null) {
      const text = `The reply to ping ${seq} came only after ${ms(heldMs)}, and you printed '${line(printed)}'. Wait one second at most, then report \`seq=${seq} timeout\`.`
      return finding('wrong-timeout', text, `seq=${seq} timeout`, line(printed))
    }
    if (printed.rttMs !== null) {
      const text = `Ping ${seq} was dropped, and yet you printed '${line(printed)}'. A ping without a reply is a timeout.`
      return finding('wrong-result', text, `seq=${seq} timeout`, line(printed))
    }
    const after = (heldMs ?? 0) < 5 ? 'at once' : `after ${ms(heldMs ?? 0)}`
    const said = reply === null ? '' : `, with ${quote(reply, 30)},`
    const capitals =
      reply !== null && Buffer.from(reply).includes('PING')
        ? ' The reply may come in capitals: compare the number, not the text.'
        : ' Did you wait for this ping’s own reply, a whole second long?'
    const text = `Ping ${seq} was answered ${after}${said} and you printed '${line(printed)}'.${capitals}`
    return finding('wrong-result', text, `seq=${seq} rtt=… ms`, line(printed))
  },

  'other-reply'({ printed, other, afterMs }) {
    const { seq } = printed
    const when =
      afterMs < 1
        ? `was waiting in your socket when you sent ping ${seq}`
        : `arrived ${ms(afterMs)} after you had sent ping ${seq}`
    const text = `A reply to ping ${other} ${when}, and you reported it as '${line(printed)}'. Compare the sequence number; ignore other replies, and keep waiting for what is left of the second.`
    return finding('took-other-reply', text, `the reply to ping ${seq}`, `the reply to ping ${other}`)
  },

  rtt: diagnoseTime,

  growth({ rttsMs, heldMs }) {
    const some = rttsMs.slice(0, 4).map(ms).join(', ')
    const text = `Every reply was held ${ms(heldMs)}, and your times grow from ping to ping: ${some}, … You measure them all from one moment. Note the time anew for every ping.`
    return finding('wrong-rtt', text, `about ${ms(heldMs)} each time`, some)
  },

  wait({ seq, waitedMs, strays }) {
    const expected = `ping ${seq + 1} about 1 s after ping ${seq}`
    const shown = `${ms(waitedMs)} after it`
    if (waitedMs < 1000) {
      const text = `Ping ${seq} was dropped, and ping ${seq + 1} came ${shown}: you gave it up too early. A reply may take a second.`
      return finding('wrong-timeout', text, expected, shown)
    }
    const why =
      strays && waitedMs > longestScriptMs
        ? ' Meanwhile copies of an old reply arrived every 300 ms: each of them began your second anew. The deadline is one second after the ping was sent.'
        : ' Wait one second, no longer.'
    return finding(
      'wrong-timeout',
      `Ping ${seq} was dropped, and ping ${seq + 1} came ${shown}.${why}`,
      expected,
      shown,
    )
  },

  counted({ received, sent }) {
    const text = `You sent ${counted(sent, 'ping')} and counted received=${received}: replies to one ping came several times, as UDP may deliver them. Count each ping once.`
    return finding('counted-twice', text, `received=${sent} at most`, `received=${received}`)
  },

  summary({ want, got }, { program }) {
    const percent = `${Number(want.lostPercent.toFixed(1))}%`
    const right = `sent=${want.sent} received=${want.received} lost=${percent}`
    if (got === null) {
      const shown = quoteText(program.stdout.trim().split('\n').at(-1) ?? '')
      const text = `There is no summary \`${right}\` on your standard output; its last line is ${shown}. Print it after the last ping.`
      return finding('wrong-summary', text, right, shown)
    }
    const mine = `sent=${got.sent} received=${got.received} lost=${got.lostPercent}%`
    const only = got.sent === want.sent && got.received === want.received
    const why = only ? ' The percentage is 100 × (sent − received) / sent.' : ''
    const text = `${counted(want.sent, 'ping')} came and ${want.received} of them were answered in time: '${right}'. You printed '${mine}'.${why}`
    return finding('wrong-summary', text, right, mine)
  },
}

function diagnoseCount(fault: Of<'count'>, broken: Broken): Finding {
  const { sent, count, lost, why } = fault
  const expected = counted(count, 'ping')
  const shown = counted(sent, 'ping')
  if (why === 'more') {
    const text = `COUNT was ${count}, and ${sent} pings came. Take the number from the third argument; without one it is 10.`
    return finding('wrong-count', text, expected, shown)
  }
  if (lost && why === 'exit') {
    const text = `Ping ${sent} was dropped, and your program ended after it: you stopped at the first lost ping. Print \`seq=${sent} timeout\` and go on with ping ${sent + 1}.`
    return finding('stopped-at-loss', text, expected, shown)
  }
  const alive = failedAlive(broken)
  if (alive !== null) return alive
  if (lost) {
    const text = `Ping ${sent} was dropped, and 5 s later you still wait for its reply.${whatItDoes(broken)} UDP never tells you about a loss: set a time limit of 1 s.`
    return finding('never-timed-out', text, expected, `${shown}, then silence`)
  }
  const then = why === 'exit' ? 'your program ended' : `ping ${sent + 1} did not come within 5 s`
  const text = `COUNT was ${count}: ping ${sent} was answered, and then ${then}.${why === 'exit' ? '' : whatItDoes(broken)}`
  return finding('wrong-count', text, expected, shown)
}

function diagnoseLines({ seq, printed }: Of<'line'>, { program }: Broken): Finding {
  const expected = `one line \`seq=${seq} rtt=… ms\` or \`seq=${seq} timeout\``
  const lines = (all: readonly PingResult[]) => all.map((each) => `'${line(each)}'`).join(', ')
  if (printed.length > 1) {
    const text = `There are ${printed.length} results for ping ${seq}: ${lines(printed.slice(0, 3))}. Each ping has one: either its reply came in time, or it did not.`
    return finding('wrong-result', text, expected, lines(printed.slice(0, 6)))
  }
  const said = program.stdout.trim()
  const near = said.split('\n').find((each) => each.includes(String(seq))) ?? said.split('\n')[0] ?? ''
  const shown = said === '' ? 'nothing was printed' : quoteText(near)
  const where = /\bseq=\d+/.test(program.stderr)
    ? 'Your results are on standard error; they belong on standard output.'
    : said === ''
      ? 'Nothing was printed.'
      : `You printed ${plain(shown)}.`
  const text = `No line \`seq=${seq} rtt=<x> ms\` or \`seq=${seq} timeout\` is on your standard output. ${where}`
  return finding('wrong-result', text, expected, shown)
}
