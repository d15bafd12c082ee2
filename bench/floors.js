// What each exercise costs at least: for each check its starts of the program, its exchanges, and the time that the wire
// demands (pieces sent apart, answers held back, timers of the protocol, the window of "nothing more comes").
// A check that is not named starts the program once and makes one exchange.
import { tcpClient, tcpServer, udpClient, udpServer } from './exchanges.js'

export const windowMs = 300
const line = 'hello\n'

export const floors = {
  'accept-loop': {
    exchange: tcpServer({ bytes: 10 }),
    checks: {
      'first-client': { waitMs: windowMs },
      'second-client': { clients: 2, waitMs: windowMs },
      twenty: { clients: 20 },
    },
  },
  'tcp-upper-server': {
    exchange: tcpServer({ send: 'hello' }),
    checks: { exact: { waitMs: windowMs }, 'next-client': { clients: 2 }, 'fresh-data': { clients: 3 } },
  },
  'tcp-server-survivor': {
    exchange: tcpServer({ send: 'hello' }),
    checks: {
      twenty: { clients: 20 },
      reset: { clients: 4, waitMs: 100 },
      burst: { clients: 50 },
      'no-leak': { clients: 85, waitMs: 50 },
      restart: { clients: 2 },
    },
  },
  'tcp-upper-client': { exchange: tcpClient({ line }), checks: {} },
  'tcp-client-errors': {
    exchange: tcpClient({ line }),
    // One silent server for 2 s and one for 1 s; a part of a reply is held 300 ms before the reset.
    checks: {
      silent: { clients: 2, waitMs: 3000 },
      reset: { clients: 2, waitMs: 300 },
      'clean-output': { clients: 5, waitMs: 600 },
    },
  },
  'udp-reply': {
    exchange: udpServer({ send: 'hello' }),
    checks: { 'right-client': { clients: 4, waitMs: windowMs }, every: { clients: 3, waitMs: windowMs } },
  },
  'udp-upper-server': {
    exchange: udpServer({ send: 'hello' }),
    checks: {
      'right-client': { clients: 4, waitMs: windowMs },
      'one-each': { clients: 3, waitMs: windowMs },
    },
  },
  'udp-upper-client': {
    exchange: udpClient({ line }),
    checks: { waits: { waitMs: 300 }, ephemeral: { clients: 2 } },
  },
  'udp-pinger': {
    exchange: udpClient({}),
    checks: {
      ten: { waitMs: 300 },
      loss: { lost: [3, 7] },
      late: { waitMs: 1000 + 600 + 4 * 100 },
      dup: { lost: [3], own: ['5'], waitMs: 450 },
      rtt: { waitMs: 8 * 50 },
      summary: { lost: [2, 7], own: ['7'] },
    },
  },
  'udp-kv': {
    exchange: udpServer({ before: ['a=b'], send: 'a' }),
    checks: { 'silent-insert': { waitMs: 2 * windowMs }, shared: { clients: 4 }, explores: { clients: 20 } },
  },
  'line-server': {
    exchange: tcpServer({ send: line }),
    checks: {
      split: { waitMs: 150 + windowMs },
      'utf8-split': { waitMs: 150 },
      'per-conn': { clients: 3 },
      explores: { clients: 20 },
    },
  },
  'length-prefix': {
    exchange: tcpServer({ send: Buffer.from('\0\0\0\x05hello') }),
    checks: { 'byte-by-byte': { waitMs: 400 }, coalesced: { waitMs: 200 }, explores: { clients: 20 } },
  },
  'half-close': {
    exchange: tcpServer({ send: line, bytes: 16, finish: true }),
    checks: {
      'after-eof': { waitMs: windowMs },
      'not-before': { waitMs: windowMs },
      multi: { waitMs: 100 },
      lines: { waitMs: 150 },
      next: { clients: 2 },
    },
  },
  'echo-concurrent': {
    exchange: tcpServer({ send: 'hello' }),
    checks: { eight: { clients: 8 }, binary: { waitMs: windowMs } },
  },
  webget: {
    exchange: tcpClient({ args: ['/a'], reply: 'HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\na' }),
    checks: { request: { waitMs: windowMs }, drip: { waitMs: 19 * 20 + 700 } },
  },
}
