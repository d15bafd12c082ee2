import type { Case } from '../../model/diagnosis.ts'
import type { ProgramError } from '../../model/program.ts'
import { saying, show } from '../evidence/error.ts'
import { bytesOf, sent } from '../evidence/story.ts'
import { capital, quote, sentence } from '../evidence/text.ts'
import { finding, type CaseOf, type Finding } from '../finding.ts'

/** What an error of a web server or proxy means, when it is one of the known ones. */
export function webError(broken: Case, error: ProgramError): Finding | null {
  const { expectation } = broken
  if (expectation.kind === 'forward') return tookPieceForAll({ ...broken, expectation }, error)
  if (expectation.kind !== 'response') return null
  const response = { ...broken, expectation }
  return (
    missingFile(response, error) ??
    refusedByOrigin(response, error) ??
    tookPieceForAll(response, error) ??
    readAsText(response, error)
  )
}

type Response = CaseOf<'response'>
type Asked = CaseOf<'response' | 'forward'>

/** A proxy is asked for a whole address. */
export const isProxied = ({ asked }: { readonly asked: string }): boolean => asked.includes(' http://')

function refusedByOrigin(broken: Response, error: ProgramError): Finding | null {
  if (broken.expectation.want.status !== 502 || error.code !== 'ECONNREFUSED') return null
  const fate =
    broken.program.exit === null ? `and ${broken.expectation.by} got no response` : 'and your proxy ended'
  const text = `The origin refused the connection, ${fate} (${saying(error)}). Catch it, and answer 502 Bad Gateway.`
  return finding('no-bad-gateway', text, 'HTTP/1.1 502 Bad Gateway', show(error))
}

const noFile = /^(FileNotFoundError|NotADirectoryError|IsADirectoryError)$|^(ENOENT|ENOTDIR|EISDIR)$/

function missingFile(broken: Response, error: ProgramError): Finding | null {
  const isMissing = noFile.test(error.type) || noFile.test(error.code ?? '')
  if (!isMissing || broken.expectation.want.status !== 404) return null
  const ended = broken.program.exit !== null
  const text = ended
    ? `A missing file ended your server (${saying(error)}). It is no fault of the server when a client asks for one: answer 404, and serve the next.`
    : `${capital(broken.expectation.by)} asked for a file that does not exist, and got no answer: opening it failed (${saying(error)}). Answer 404.`
  return finding('died-on-missing-file', text, 'HTTP/1.1 404 Not Found', show(error))
}

/** The writes in which the client sent its request. */
const pieces = (broken: Asked): readonly Uint8Array[] =>
  sent(broken, broken.expectation.by).map(({ bytes }) => bytes ?? new Uint8Array())

/** What a program saw that took the first piece of a request for all of it. */
export function pieceForAll(broken: Asked): string | null {
  const all = pieces(broken)
  const [first] = all
  if (first === undefined || all.length < 2) return null
  return `The request came in ${all.length} pieces, the first of them ${quote(first)}, and you took what one recv() returned for all of it. Read until the empty line (CR LF CR LF).`
}

function tookPieceForAll(broken: Asked, error: ProgramError): Finding | null {
  const text = pieceForAll(broken)
  if (text === null || /^(ECONN|EPIPE|EADDR)/.test(error.code ?? '')) return null
  const request = bytesOf(sent(broken, broken.expectation.by))
  return finding(
    'chunk-for-message',
    sentence(`${text} It failed with ${show(error)}`),
    `a request of ${request.length} bytes`,
    show(error),
  )
}

const cannotDecode = /^UnicodeDecodeError|encoded data was not valid/

function readAsText({ expectation }: Response, error: ProgramError): Finding | null {
  const { by, asked, want } = expectation
  if (want.body === null || !cannotDecode.test(show(error).replace(/^TypeError: /, ''))) return null
  if (isProxied(expectation)) {
    const text = `The origin's body is no text, and you wanted to decode it (${saying(error)}). Pass on the very bytes that came.`
    return finding('damaged-bytes', text, 'the bytes of the origin', show(error))
  }
  const name = asked.split(' ')[1] ?? ''
  const text = `${capital(by)} asked for ${name}, which is no text, and you wanted to read it as text (${saying(error)}). Read and send bytes.`
  const hint = 'Open the file so that reading gives bytes, and keep them bytes: no decoding, no encoding.'
  return { ...finding('damaged-bytes', text, 'the bytes of the file', show(error)), hint }
}
