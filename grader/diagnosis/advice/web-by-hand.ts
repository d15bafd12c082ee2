import type { Case } from '../../model/diagnosis.ts'
import { beforeDeadline, isClient, sent } from '../evidence/story.ts'
import { proxyByHand } from './proxy-by-hand.ts'

const server = 'http://127.0.0.1:12000'
const nc = 'nc -w 3 127.0.0.1 12000'
const curl = 'curl -i --max-time 5'

/** A line to ask a web server by hand that serves the folder `site`, as the handout has it. */
export function webByHand(broken: Case): string | null {
  const { expectation } = broken
  if (expectation.kind === 'secret')
    return `echo hidden > secret.txt; ${curl} --path-as-is ${server}${outside(expectation.target)}`
  const page = `${curl} ${server}/index.html`
  const proxied = proxyByHand(broken)
  if (proxied !== null) return proxied
  if (expectation.kind === 'connect' && speaksHttp(broken)) return `for client in 1 2; do ${page}; done`
  if (expectation.kind !== 'response') return null
  const { asked, want, by, fault } = expectation
  if (asked.startsWith('POST ')) return `${curl} -X POST ${server}/index.html`
  if (sent(broken, by).length > 1)
    return `(printf 'GET /ind'; sleep 1; printf 'ex.html HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n'; sleep 1) | ${nc}`
  if (want.status === 404) return `${curl} ${server}/no-such-file`
  if (asked.includes('.png '))
    return `head -c 2000 /dev/urandom > site/logo.png; curl -s ${server}/logo.png | cmp - site/logo.png && echo the same`
  const clients = new Set(
    beforeDeadline(broken)
      .filter(({ actor }) => isClient(actor))
      .map(({ actor }) => actor),
  )
  if (clients.size > 1) return `${nc} < /dev/null; ${page}`
  return fault === 'bare-lf' || fault === 'unfinished' || fault === 'header' ? `${page} | od -c` : page
}

const speaksHttp = ({ transcript }: Case): boolean =>
  transcript.some(
    ({ event, bytes }) =>
      event === 'send' &&
      Buffer.from(bytes ?? [])
        .toString('latin1')
        .includes(' HTTP/1.1\r\n'),
  )

// Only letters that mean nothing to a shell; the folder of the check is gone.
const outside = (target: string): string =>
  target.includes('…') || !target.startsWith('/') ? '//etc/hostname' : target.replace(/[^A-Za-z0-9./%-]/g, '')
