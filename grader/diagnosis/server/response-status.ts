import type { Response } from '../../model/http-response.ts'
import { capital, quoteText } from '../evidence/text.ts'
import { finding, type CaseOf, type Finding } from '../finding.ts'
import { isProxied, pieceForAll } from './web-error.ts'

type ResponseCase = CaseOf<'response'>

const rightLines: { readonly [status: number]: string } = {
  200: 'HTTP/1.1 200 OK',
  404: 'HTTP/1.1 404 Not Found',
  502: 'HTTP/1.1 502 Bad Gateway',
}
/** A right status line. */
export const lineFor = (status: number | null) => rightLines[status ?? 0] ?? 'HTTP/1.1 501 Not Implemented'

/** `Client 1 asked 'GET /a.html HTTP/1.1'` */
export const whoAsked = ({ expectation: { by, asked } }: ResponseCase) =>
  `${capital(by)} asked ${quoteText(asked, 70)}`

/** Another status. */
export function wrongStatus(broken: ResponseCase, { head }: Response): Finding {
  const { want } = broken.expectation
  const line = quoteText(head.firstLine, 50)
  const piece = want.status === 200 ? pieceForAll(broken) : null
  if (piece !== null)
    return finding('chunk-for-message', `${piece} You answered ${line}.`, lineFor(want.status), line)
  const proxied = isProxied(broken.expectation)
  const [means, hint] = proxied ? throughProxy(want.status) : meansOf(want.status)
  const text = `${whoAsked(broken)}, ${means} You answered ${line}.`
  const found = finding('wrong-status', text, quoteText(lineFor(want.status)), line)
  return hint === undefined ? found : { ...found, hint }
}

function throughProxy(status: number | null): readonly [means: string, hint?: string] {
  if (status === 502)
    return [
      'and nobody listens there: a proxy then says 502 Bad Gateway.',
      'Where connect() to the origin fails, answer `HTTP/1.1 502 Bad Gateway`.',
    ]
  return [`and the origin said ${status}.`, 'Pass the status line on as it came, with all that follows it.']
}

function meansOf(status: number | null): readonly [means: string, hint?: string] {
  if (status === 200)
    return [
      'and that file lies in ROOT, the second argument. The `/` at the beginning of the target stands for ROOT.',
    ]
  if (status === 404)
    return [
      'and there is no such file.',
      'Where the file cannot be opened, answer with the status line `HTTP/1.1 404 Not Found`.',
    ]
  return [
    'and only GET is to be served: 501, 405 or 400 would be right.',
    'The first word of the request line is the method: look at it before you look for the file.',
  ]
}
