import { connectionOptions, hasBareLineFeed, readHead, valuesOf } from './http-head.ts'

/** What is wrong with a request, the first thing first. */
export type RequestFault =
  | 'nothing' // no byte of it
  | 'tls' // the first message of https
  | 'bare-lf' // lines that do not end in CR LF
  | 'unfinished' // no empty line
  | 'request-line'
  | 'version'
  | 'method'
  | 'target'
  | 'header' // a line that is not `Name: value`
  | 'no-host'
  | 'wrong-host' // another one, or more than one
  | 'more' // something after the empty line

type Wanted = { readonly path: string; readonly host: string; readonly port: number }

/** A TLS handshake record (RFC 8446, 5.1). */
export const isTls = (text: string): boolean => text.startsWith('\x16\x03')

/** Null for a right GET request. Extra headers are right, HTTP/1.0 too, and blank lines behind the request harm nobody. */
export function requestFault(text: string, { path, host, port }: Wanted): RequestFault | null {
  if (text === '') return 'nothing'
  if (isTls(text)) return 'tls'
  const head = readHead(text)
  const headText = text.slice(0, text.length - head.rest.length)
  if (hasBareLineFeed(headText)) return 'bare-lf'
  if (!head.ended) return 'unfinished'
  const [method, target, version, ...more] = head.firstLine.split(' ')
  if (version === undefined || more.length > 0) return 'request-line'
  if (!/^HTTP\/1\.[01]$/.test(version)) return 'version'
  if (method !== 'GET') return 'method'
  if (target !== path) return 'target'
  if (head.odd.length > 0) return 'header'
  const hosts = valuesOf(head, 'host')
  if (hosts.length === 0) return 'no-host'
  if (hosts.length > 1 || ![host, `${host}:${port}`].includes(hosts[0] ?? '')) return 'wrong-host'
  return /[^\r\n]/.test(head.rest) ? 'more' : null
}

/** Whether the server is to close the connection after its answer: said so, or HTTP/1.0, where that is the rule. */
export function asksToClose(text: string): boolean {
  const head = readHead(text)
  // Where its lines end cannot be told before the empty line: another check's business.
  if (!head.ended && /connection:[ \t]*close/i.test(text)) return true
  const options = connectionOptions(head)
  if (options.includes('close')) return true
  return head.firstLine.endsWith(' HTTP/1.0') && !options.includes('keep-alive')
}
