import type { Case } from '../../model/diagnosis.ts'

const [port, originPort] = [12000, 12001]
const python = (...steps: readonly string[]) =>
  `python3 -c "from socket import *; o = create_server(('127.0.0.1', ${originPort})); c = create_connection(('127.0.0.1', ${port})); ${steps.join('; ')}"`
const both = ['u = o.accept()[0]', 'c.settimeout(2)', 'u.settimeout(2)']
const client = `nc -w 2 127.0.0.1 ${port} < /dev/null; echo ended`

/** An origin on port 12001 and a client of the relay, in one line; null for another program's. Nothing where it takes more. */
export function relayByHand({ expectation }: Case): string | null {
  switch (expectation.kind) {
    case 'upstream':
      return python('o.settimeout(2)', 'print(o.accept())')
    case 'relayed':
      return python(
        ...both,
        "u.sendall(b'first')",
        'print(c.recv(99))',
        "c.sendall(b'second')",
        'print(u.recv(99))',
      )
    case 'passed-end':
      return python(
        ...both,
        "c.sendall(b'request')",
        'c.shutdown(SHUT_WR)',
        'print(u.recv(99), u.recv(99))',
        "u.sendall(b'answer')",
        'print(c.recv(99))',
      )
    case 'unreachable-origin':
      return client
    case 'carried':
    case 'memory':
      return python(
        'u = o.accept()[0]',
        'u.settimeout(5)',
        'print(sum(u.send(bytes(65536)) for i in range(4096)))',
      )
    case 'spin':
      return python('u = o.accept()[0]', 'c.shutdown(SHUT_WR)', 'import time', 'time.sleep(20)')
    default:
      return null
  }
}
