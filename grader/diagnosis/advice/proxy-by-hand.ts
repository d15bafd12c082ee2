import type { Case } from '../../model/diagnosis.ts'
import { sent } from '../evidence/story.ts'

const curl = 'curl -i --max-time 5 -x http://127.0.0.1:12000'
/** The handout has a web server there. */
const origin = 'http://127.0.0.1:9000'
const keepsAlive =
  `python3 -c "from http.server import *; H = SimpleHTTPRequestHandler; H.protocol_version = 'HTTP/1.1'; ` +
  `ThreadingHTTPServer(('127.0.0.1', 9001), H).serve_forever()"`

/** A line to ask a proxy by hand, with the web server of the handout behind it. */
export function proxyByHand(broken: Case): string | null {
  const { expectation, transcript } = broken
  if (expectation.kind === 'origin-end')
    return `${keepsAlive} & sleep 1; ${curl} http://127.0.0.1:9001/; kill %1`
  if (expectation.kind === 'behind')
    return `nc -l 127.0.0.1 9001 & ${curl} http://127.0.0.1:9001/slow & sleep 1; ${curl} ${origin}/`
  const asked = transcript.some(
    ({ event, bytes }) =>
      event === 'send' &&
      Buffer.from(bytes ?? [])
        .toString('latin1')
        .startsWith('GET http'),
  )
  if (!asked && expectation.kind !== 'forward') return null
  const by = 'by' in expectation ? expectation.by : ''
  if (sent(broken, by).length > 1)
    return `(printf 'GET http://127.0.0.1:9000/ HT'; sleep 1; printf 'TP/1.1\\r\\nHost: 127.0.0.1:9000\\r\\n\\r\\n'; sleep 1) | nc -w 3 127.0.0.1 12000`
  if (transcript.some(({ event }) => event === 'abort'))
    return `head -c 50000000 /dev/zero > much; curl -s -x http://127.0.0.1:12000 ${origin}/much | head -c 1000 > /dev/null; ${curl} ${origin}/`
  if (expectation.kind === 'forward')
    return `nc -l 127.0.0.1 9001 | od -c & curl -s --max-time 2 -x http://127.0.0.1:12000 http://127.0.0.1:9001/a/b`
  if (expectation.kind !== 'response') return `for client in 1 2; do ${curl} ${origin}/; done`
  const { status, body } = expectation.want
  if (status === 502) return `${curl} http://127.0.0.1:1/`
  if (status === 404) return `${curl} ${origin}/no-such-file`
  const long = (body?.length ?? 0) > 100_000
  return long
    ? `head -c 1048576 /dev/urandom > noise; curl -s -x http://127.0.0.1:12000 ${origin}/noise | cmp - noise && echo the same`
    : `${curl} ${origin}/`
}
