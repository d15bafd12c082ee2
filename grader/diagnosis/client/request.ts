import { readHead, valuesOf, type Head } from '../../model/http-head.ts'
import type { RequestFault } from '../../model/http-request.ts'
import { count, plain, quote, quoteText, sized } from '../evidence/text.ts'
import { different, finding, type CaseOf, type Finding } from '../finding.ts'
import { failedAlive, whatItDoes } from '../server/stream.ts'

const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')

type Request = CaseOf<'request'>
type Rule = (broken: Request, head: Head) => Finding

/** The request was not the one that the web server waits for. */
export const diagnoseRequest = (broken: Request): Finding =>
  rules[broken.expectation.fault](broken, readHead(latin1(broken.expectation.got)))

const wrongLine =
  (tell: (words: readonly string[], path: string) => string): Rule =>
  ({ expectation: { path } }, { firstLine }) => {
    const wanted = quoteText(`GET ${path} HTTP/1.1`, 80)
    return finding('wrong-request', tell(firstLine.split(' '), path), wanted, quoteText(firstLine, 80))
  }

const word = (text: string | undefined) => quoteText(text ?? '', 60)

const rules: { readonly [fault in RequestFault]: Rule } = {
  nothing: nothingSent,

  tls: ({ expectation: { got } }) => {
    const text =
      'You speak TLS (https): these bytes are its first message. The server of this exercise speaks plain HTTP.'
    const hint = 'Use a plain TCP socket, without TLS.'
    return { ...finding('wrong-request', text, 'GET, in plain text', sized(got)), hint }
  },

  'bare-lf': ({ expectation: { got } }) => different('bare-line-feeds', bareLineFeed(got), withCr(got), got),

  unfinished: (broken) => {
    const expected = 'an empty line (CR LF CR LF) at the end'
    return finding('request-not-ended', unfinished(broken), expected, sized(broken.expectation.got))
  },

  'request-line': wrongLine(
    (words) =>
      `The first line of a request is three words with one space between them, method, path and version, and yours is ${word(words.join(' '))}.`,
  ),

  version: wrongLine(
    ([, , version]) =>
      `The third word of the first line is the version, HTTP/1.1, and yours is ${word(version)}.`,
  ),

  method: wrongLine(
    ([method]) =>
      `Your request begins with ${word(method)}: the method that asks for a page is GET, in capitals.`,
  ),

  target: wrongLine(([, target = ''], path) => {
    const why = /^https?:/i.test(target)
      ? 'Only a proxy is sent the whole address; a web server gets the path.'
      : 'Take it from the command line as it is.'
    return `You asked for ${word(target)}, and the PATH argument is ${word(path)}. ${why}`
  }),

  header: (_, { odd }) => {
    const text = `The line ${word(odd[0])} is no header: a header is a name, a colon right behind it, and a value.`
    return finding('wrong-request', text, 'lines like `Name: value`', word(odd[0]))
  },

  'no-host': ({ host, port }, { firstLine, headers }) => {
    const text = firstLine.endsWith('HTTP/1.0')
      ? 'Your request has no Host header. HTTP/1.0 did not ask for one, but one address may carry many sites, and this exercise asks for it.'
      : 'HTTP/1.1 requires a Host header, and your request has none: one address may carry many sites, and a server answers 400 Bad Request.'
    const names = headers.map(([name]) => plain(name, 30)).join(', ')
    const actual = names === '' ? 'no header' : `only ${names}`
    return finding('host-missing', text, quoteText(`Host: ${host}:${port}`), actual)
  },

  'wrong-host': ({ host, port }, head) => {
    const values = valuesOf(head, 'host')
    const text =
      values.length > 1
        ? `Your request has ${values.length} Host headers; one is right.`
        : `The Host header names ${word(values[0])}, and the host argument is ${host}.`
    return finding('wrong-request', text, quoteText(`Host: ${host}:${port}`), values.map(word).join(', '))
  },

  more: (_, { rest }) => {
    const more = Buffer.from(rest, 'latin1')
    const text = `After the empty line ${count(more.length, 'more byte')} came, ${quote(more, 40)}: a GET request ends with its empty line.`
    return finding('wrong-request', text, 'nothing after the empty line', quote(more))
  },
}

function nothingSent(broken: Request): Finding {
  const { why } = broken.expectation
  const expected = 'a request'
  const hint = 'Send the whole request first, then read the response.'
  if (why === 'end' || why === 'reset')
    return {
      ...finding(
        'sent-nothing',
        'Your client connected and closed without sending a request.',
        expected,
        why === 'end' ? 'the end of the stream' : 'a reset',
      ),
      hint,
    }
  const text = `Connected, then silence: you wait for the server, and the server waits for your request. In HTTP the client speaks first.${whatItDoes(broken)}`
  const found = finding('sent-nothing', text, expected, 'nothing: the connection stayed open and silent')
  return failedAlive(broken) ?? { ...found, hint }
}

const withCr = (got: Uint8Array) => Buffer.from(latin1(got).replace(/(?<!\r)\n/g, '\r\n'), 'latin1')

function bareLineFeed(got: Uint8Array): string {
  const text = latin1(got)
  const all = text.match(/\n/g)?.length ?? 0
  const bare = text.match(/(?<!\r)\n/g)?.length ?? 0
  const which =
    bare === all
      ? 'you sent a bare LF (0A)'
      : `${bare} of yours ${bare === 1 ? 'ends' : 'end'} in a bare LF (0A)`
  return `HTTP lines end in CR LF (0D 0A), and ${which}. Some servers forgive that, others answer 400 or go on waiting for your request to end.`
}

function unfinished(broken: Request): string {
  const { got, why } = broken.expectation
  const text = latin1(got)
  if (text.includes('\\r\\n'))
    return 'Your request holds a backslash and the letters r and n where a line end belongs: inside that kind of quotes, or raw text, `\\r\\n` is not translated.'
  const empty = text.endsWith('\r\n') ? 'one CR LF more' : 'CR LF twice'
  const ends = `Your request ends with ${quoteText(text.slice(-24))}`
  if (why === 'end' || why === 'reset')
    return `${ends}, and then you ended the stream: the header is finished by an empty line, which is ${empty}.`
  return `${ends}, and the server still waits for it to end: an empty line finishes the header, which is ${empty}.`
}

/** The client waits for the end of the stream and did not ask for it. */
export function diagnoseAskToClose({ expectation, program }: CaseOf<'ask-to-close'>): Finding {
  const head = readHead(latin1(expectation.got))
  const values = valuesOf(head, 'connection')
  const said =
    values.length === 0 ? 'without `Connection: close`' : `with Connection: ${plain(values.join(', '), 40)}`
  const rule = values.length === 0 ? ', as HTTP/1.1 does' : ''
  const did = `Your request came ${said}, so the server answered and kept the connection open for your next request${rule}.`
  const then =
    program.exit === null
      ? 'You wait for the end of the stream, but did not ask the server to close: your program waits still.'
      : 'This exercise reads to the end of the stream: ask the server to close.'
  const actual = values.length === 0 ? 'no Connection header' : quoteText(`Connection: ${values.join(', ')}`)
  return finding('kept-alive', `${did} ${then}`, quoteText('Connection: close'), actual)
}
