import { bytesOfText, quote, sized } from '../evidence/text.ts'
import { finding, type CaseOf, type Finding } from '../finding.ts'
import { lineFor } from './response-status.ts'
import { diagnoseStream, failedAlive } from './stream.ts'
import { pieceForAll, webError } from './web-error.ts'

type ResponseCase = CaseOf<'response'>

/** No byte of a response. */
export function nothingCame(broken: ResponseCase): Finding {
  if (broken.expectation.want.status === 502) return noGateway(broken)
  const { by, want, got, why } = broken.expectation
  const { error } = broken.program
  const known = error === null ? null : webError(broken, error)
  if (known !== null) return known
  const line = bytesOfText(lineFor(want.status))
  const found = diagnoseStream({ ...broken, expectation: { kind: 'stream', by, want: line, got, why } })
  if (found.symptom === 'waits-for-eof') {
    const text = `Deadlock: ${by} waits for your response, and you wait for its end of file, which it sends only after your response. A request ends with its empty line (CR LF CR LF): answer then.`
    const hint =
      'Look for the empty line in all that has come so far, and leave the loop around recv() when it is there.'
    return { ...finding('waits-for-eof', text, `${quote(line)} …`, found.actual), hint }
  }
  const piece = pieceForAll(broken)
  if (piece === null || !['no-reply', 'closed-without-reply'].includes(found.symptom)) {
    const expected = found.expected === sized(line) ? `${quote(line)} …` : found.expected
    return { ...found, expected }
  }
  const then = why === 'end' ? ' Then you closed the connection.' : ''
  return finding('chunk-for-message', `${piece}${then}`, `${quote(line)} …`, found.actual)
}

function noGateway(broken: ResponseCase): Finding {
  const { by, why } = broken.expectation
  const found = failedAlive(broken)
  if (found !== null) return found
  const fate =
    why === 'end'
      ? 'closed the connection without a response'
      : why === 'reset'
        ? 'reset its connection'
        : 'left it waiting'
  const text = `The origin that ${by} asked for refuses connections, and you ${fate}. The proxy is the one who can tell: 502 Bad Gateway.`
  return finding(
    'no-bad-gateway',
    text,
    'HTTP/1.1 502 Bad Gateway',
    why === 'silence' ? 'nothing' : 'the end of the stream',
  )
}
