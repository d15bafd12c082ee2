import { readHead, valuesOf } from '../../model/http-head.ts'
import type { RequestFault } from '../../model/http-request.ts'
import { capital, count, plain, quote, quoteText, sized } from '../evidence/text.ts'
import { finding, type CaseOf, type Finding } from '../finding.ts'
import { failedAlive, whatItDoes } from './stream.ts'
import { pieceForAll } from './web-error.ts'

type Forward = CaseOf<'forward'>

const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')

/** The origin did not get the request that it should get from a proxy. */
export function diagnoseForward(broken: Forward): Finding {
  const { got, fault, path, at } = broken.expectation
  if (fault === 'nothing') return notForwarded(broken)
  const { firstLine } = readHead(latin1(got))
  const [symptom, text, hint] = told(broken, fault)
  const line = quoteText(firstLine, 80)
  const found = finding(
    symptom,
    text,
    quoteText(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${at}\r\n…`, 90),
    line,
  )
  return hint === undefined ? found : { ...found, hint }
}

type Told = readonly [symptom: Finding['symptom'], text: string, hint?: string]

function told({ expectation }: Forward, fault: RequestFault): Told {
  const { got, path, at } = expectation
  const head = readHead(latin1(got))
  const line = quoteText(head.firstLine, 70)
  const hosts = valuesOf(head, 'host')
  switch (fault) {
    case 'bare-lf':
      return [
        'bare-line-feeds',
        'HTTP lines end in CR LF (0D 0A), and in what you send to the origin some end in LF alone.',
      ]
    case 'unfinished':
      return [
        'request-not-ended',
        `The origin received ${sized(got)} and waits on: the request that you send ends with an empty line, CR LF CR LF.`,
      ]
    case 'target':
      if (/ http:/i.test(head.firstLine))
        return [
          'wrong-request',
          `The origin received ${line}: send the path only. The whole address is for a proxy, and you have connected to its host already.`,
          'Take `http://host:port` away: what is left begins with `/`.',
        ]
      if (head.firstLine.split(' ')[1] === path.slice(1))
        return ['wrong-request', `The origin received ${line}: the path begins with \`/\`.`]
      return [
        'wrong-request',
        `The origin received ${line}, and the path that was asked for is ${quoteText(path, 60)}.`,
      ]
    case 'no-host':
      return [
        'host-missing',
        'The request that you send to the origin has no Host header, which HTTP/1.1 requires: one address may carry many sites.',
        'Send a line `Host: ` with the host and port out of the address.',
      ]
    case 'wrong-host':
      return [
        'wrong-request',
        hosts.length > 1
          ? `The origin received ${count(hosts.length, 'Host header')}: ${plain(hosts.join(', '), 60)}. One is right.`
          : `The Host header that the origin received is ${quoteText(hosts[0] ?? '', 60)}, and the address was http://127.0.0.1:${at}.`,
      ]
    case 'header':
      return [
        'wrong-request',
        `The origin received the line ${quoteText(head.odd[0] ?? '', 60)}, which is no header.`,
      ]
    case 'more':
      return [
        'wrong-request',
        `Behind the empty line the origin received ${quote(Buffer.from(head.rest, 'latin1'), 40)}: a GET request ends with its empty line.`,
      ]
    default:
      return [
        'wrong-request',
        `The first line that the origin received is ${line}: method, path and version, with one space between them.`,
      ]
  }
}

function notForwarded(broken: Forward): Finding {
  const { by, asked, at, called, answer, why } = broken.expectation
  const expected = `a connection to 127.0.0.1:${at}, and a request`
  const { firstLine } = readHead(latin1(answer))
  const request = `${capital(by)} asked ${quoteText(asked, 70)}`
  const actual = called ? 'a connection without a request' : 'nobody called'
  const piece = pieceForAll(broken)
  if (answer.length > 0 && piece !== null) {
    const text = `${piece} You answered ${quoteText(firstLine, 40)}.`
    return finding('chunk-for-message', text, expected, actual)
  }
  if (answer.length > 0) {
    const text = `${request}, and you answered ${quoteText(firstLine, 40)} without having asked the origin on port ${at}. Host and port stand in the address; without a port it is 80.`
    return finding('not-forwarded', text, expected, actual)
  }
  const failed = failedAlive(broken)
  if (failed !== null) return failed
  if (piece !== null) return finding('chunk-for-message', piece, expected, actual)
  const end =
    why === 'end'
      ? ' Then you closed the connection.'
      : why === 'reset'
        ? ' Then the connection was reset.'
        : ''
  const did = called
    ? 'you connected to the origin and sent nothing.'
    : `nobody connected to the origin on port ${at}.`
  const text = `${request}, and ${did}${end}${end === '' ? whatItDoes(broken) : ''}`
  return finding('not-forwarded', text, expected, actual)
}

/** The response was complete, and the proxy waited for the origin to close. */
export function diagnoseOriginEnd({ expectation }: CaseOf<'origin-end'>): Finding {
  const { by, got } = expectation
  const values = valuesOf(readHead(latin1(got)), 'connection')
  const said =
    values.length === 0
      ? 'without `Connection: close`'
      : `with \`Connection: ${plain(values.join(', '), 40)}\``
  const text = `The origin's response was complete, but you waited for the origin to close, and ${by} waited for you. Your request came ${said}, so the origin keeps the connection open: send \`Connection: close\` upstream.`
  const actual = values.length === 0 ? 'no Connection header' : quoteText(`Connection: ${values.join(', ')}`)
  return finding('waits-for-origin', text, quoteText('Connection: close'), actual)
}

/** A client waited for the slow origin of another one. */
export function diagnoseBehind({ expectation }: CaseOf<'behind'>): Finding {
  const { by, slow } = expectation
  const text = `${capital(by)} waited 2 s behind ${slow}'s slow origin, and was served as soon as that had answered. You finish one client before you accept the next.`
  return finding('one-at-a-time', text, `${by} is served while ${slow} waits`, `nothing while ${slow} waited`)
}
