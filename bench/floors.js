// What each exercise costs at least: for each check its starts of the program, its exchanges, and the time that the wire
// demands (pieces sent apart, answers held back, timers of the protocol, the window of "nothing more comes").
// A check that is not named starts the program once and makes one exchange.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { between, started, tcpClient, tcpServer, udpClient, udpServer } from './exchanges.js'

export const windowMs = 300
const line = 'hello\n'

const folder = mkdtempSync(join(tmpdir(), 'doorway-bench-'))
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
writeFileSync(join(folder, 'a.html'), 'hello')
writeFileSync(join(folder, 'sent'), 'hello'.repeat(500))

/** A mail server that says yes to everything. */
function mailServer(text) {
  if (/^DATA\r?$/im.test(text)) return '354 go ahead\r\n'
  if (/^QUIT\r?$/im.test(text)) return '221 bye\r\n'
  return /^(HELO|EHLO|MAIL|RCPT)/i.test(text) || /(^|\n)\.\r\n$/.test(text) ? '250 ok\r\n' : undefined
}

/** An answer with one address to a DNS query. */
const dnsServer = (query) =>
  Buffer.concat([
    query.subarray(0, 2),
    Buffer.from('81800001000100000000', 'hex'),
    query.subarray(12, query.indexOf(0, 12) + 5),
    Buffer.from('c00c00010001000000050004c0000201', 'hex'),
  ])

/** The Internet checksum over a packet of an acknowledgement, whose payload is empty. */
const ack = (seq) => Buffer.from([seq, 0x80, ~seq & 0xff, 0x7f])
const lastPacket = Buffer.from([0, 1, 0xff, 0xfe])

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
  'send-all': { exchange: started(), checks: { 'real-tcp': { waitMs: 300 } } },
  'chat-room': {
    exchange: tcpServer({ send: 'ada\n', bytes: 3 }),
    checks: { 'slow-reader': { waitMs: 1000 } },
  },
  'tcp-relay': {
    exchange: between({
      send: () => 'hello',
      bytes: 5,
      reply: 'hello',
      args: (port) => ['127.0.0.1', String(port)],
    }),
    checks: { 'no-spin': { waitMs: 2000 } },
  },
  'http-server': {
    exchange: tcpServer({ send: 'GET /a.html HTTP/1.0\r\n\r\n', bytes: 20, args: [folder] }),
    checks: {
      'not-found': { clients: 2 },
      'split-request': { waitMs: 200 },
      empty: { clients: 2 },
      ends: { clients: 2 },
      traversal: { clients: 9 },
    },
  },
  'smtp-client': {
    exchange: tcpClient({
      line: 'hello\n',
      closed: true,
      args: ['a@b.c', 'd@e.f'],
      greeting: '220 hello\r\n',
      answers: mailServer,
    }),
    checks: {
      greeting: { waitMs: 300 },
      sequence: { waitMs: 6 * 60 },
      body: { clients: 3 },
      'dot-stuff': { clients: 2 },
      multiline: { waitMs: 12 * 40 },
      rejected: { clients: 3 },
    },
  },
  'dns-query': {
    exchange: udpClient({ args: ['www.example.com'], answer: dnsServer }),
    checks: { retry: { lost: [1] }, 'wrong-id': { clients: 2 } },
  },
  'http-proxy': {
    exchange: between({
      send: (port) => `GET http://127.0.0.1:${port}/a HTTP/1.0\r\n\r\n`,
      bytes: 20,
      reply: 'HTTP/1.0 200 OK\r\nContent-Length: 1\r\n\r\na',
      args: () => [],
    }),
    checks: { 'bad-gateway': { clients: 2 }, split: { waitMs: 200 }, 'client-leaves': { clients: 2 } },
  },
  'rdt-receiver': {
    // It stays for a quiet second, and once for five repeated FINs.
    exchange: udpServer({ send: lastPacket, args: [join(folder, 'received')], leaves: true }),
    checks: { binary: { clients: 1, waitMs: 1000 }, 'last-ack': { waitMs: 5 * 250 } },
  },
  'rdt-sender': {
    exchange: udpClient({ args: [join(folder, 'sent')], answer: (packet) => ack(packet[0]) }),
    // Ten tries of 200 ms for a receiver that is dead.
    checks: {
      loss: { lost: [2, 4] },
      'ack-loss': { lost: [2] },
      'gives-up': { lost: Array.from({ length: 50 }, (_, i) => i + 1) },
    },
  },
}
