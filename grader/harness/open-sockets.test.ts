import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { isBound, listenersOn, holdsAny, parseTable, portsInUse } from './open-sockets.ts'
import { stage } from './testing.ts'

jest.setTimeout(60_000)
const { port } = stage()

const tcp = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:2EE0 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 11111 1 ffff8880 100 0 0 10 0
   1: 00000000:0016 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 22222 1 ffff8881 100 0 0 10 0
   2: 0100007F:2EE0 0100007F:9C41 06 00000000:00000000 03:00001770 00000000     0        0 0 3 ffff8882
   3: 0100007F:9C42 0100007F:2EE0 01 00000000:00000000 00:00000000 00000000  1000        0 33333 1 ffff8883 20 4 30 10 -1
`
const tcp6 = `  sl  local_address                         remote_address                        st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 00000000000000000000000000000000:2EE0 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 44444 1 ffff8884 100 0 0 10 0
   1: 00000000000000000000000001000000:2EE1 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 55555 1 ffff8885 100 0 0 10 0
   2: 0000000000000000FFFF00000100007F:2EE0 0000000000000000FFFF00000100007F:9C42 01 00000000:00000000 00:00000000 00000000  1000        0 66666 1 ffff8886 20 4 30 10 -1
   3: B80D01200000000000000000010000FF:2EE2 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 77777 1 ffff8887 100 0 0 10 0
`
const udp = `   sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode ref pointer drops
  123: 0100007F:2EE0 00000000:0000 07 00000000:00000000 00:00000000 00000000  1000        0 88888 2 ffff8888 0
  124: 0100007F:2EE1 0100007F:0035 01 00000000:00000000 00:00000000 00000000  1000        0 99999 2 ffff8889 7
`

describe('parseTable', () => {
  const seen = (...args: Parameters<typeof parseTable>) =>
    parseTable(...args).map(({ address, port: at, state, inode }) => `${address} ${at} ${state} ${inode}`)

  test.each([
    [
      'tcp',
      'IPv4',
      tcp,
      [
        '127.0.0.1 12000 listening 11111',
        '0.0.0.0 22 listening 22222',
        '127.0.0.1 12000 bound 0',
        '127.0.0.1 40002 connected 33333',
      ],
    ],
    [
      'tcp',
      'IPv6',
      tcp6,
      [
        ':: 12000 listening 44444',
        '::1 12001 listening 55555',
        '::ffff:7f00:1 12000 connected 66666',
        '2001:db8::ff00:1 12002 listening 77777',
      ],
    ],
    ['udp', 'IPv4', udp, ['127.0.0.1 12000 bound 88888', '127.0.0.1 12001 connected 99999']],
    ['udp', 'IPv4', '', []],
    ['tcp', 'IPv4', 'header only\n', []],
    ['tcp', 'IPv4', 'header\n  garbage\n\n', []],
  ] as const)('%s %s', (transport, family, text, rows) => {
    expect(seen(transport, family, text)).toEqual(rows)
  })
})

test('finds a listener, its owner, and a bound socket', async () => {
  const [at, other, unused] = [await port(), await port(), await port()]
  const server = createServer().listen(at, '::')
  const socket = createSocket('udp4').bind(other, '127.0.0.1')
  await Promise.all([once(server, 'listening'), once(socket, 'listening')])
  expect(listenersOn('tcp', at)).toHaveLength(1)
  expect(listenersOn('udp', at)).toEqual([])
  expect(holdsAny(process.pid, listenersOn('tcp', at))).toBe(true)
  expect(holdsAny(process.ppid, listenersOn('udp', other))).toBe(false)
  expect([...portsInUse()]).toEqual(expect.arrayContaining([at, other]))
  expect(isBound(other, other)).toBe(true)
  expect(isBound(at, other)).toBe(false)
  expect(isBound(other, unused)).toBeNull() // a table that does not show what is known is not believed
  const elsewhere = createSocket('udp4').bind(at, '127.0.0.2')
  await once(elsewhere, 'listening')
  expect(isBound(at, other)).toBe(false)
  elsewhere.close()
  server.close()
  socket.close()
})
