import type { Keys } from '#grader'
import type exercise from '../../../exercises/8-exam/exam-compare/exercise.ts'

const noConnection =
  'UDP has no connection to wait for: listen() on such a socket fails with EOPNOTSUPP, and there is nothing to accept. Take the row out.'
const notForData = 'with TCP the other end is known to the socket; that call is for datagrams.'
const waits = 'a server waits to be called; it is the client that connects.'
const freePort = 'a client gets a free port from its kernel; say that it is optional, or leave it out.'

export default {
  'tcp-server': {
    kind: 'calls',
    required: ['socket', 'bind', 'listen', 'accept', 'recv', 'send', 'close'],
    before: [
      ['socket', 'bind'],
      ['bind', 'listen'],
      ['listen', 'accept'],
      ['accept', 'recv'],
      ['accept', 'send'],
      ['recv', 'close'],
      ['send', 'close'],
    ],
    optional: [],
    wrong: { connect: waits, recvfrom: notForData, sendto: notForData },
    onListener:
      'recv() and send() belong to the connection socket, the one that accept() returned; the listening socket only produces those.',
  },
  'udp-server': {
    kind: 'calls',
    required: ['socket', 'bind', 'recvfrom', 'sendto'],
    before: [
      ['socket', 'bind'],
      ['bind', 'recvfrom'],
      ['recvfrom', 'sendto'],
      ['sendto', 'close'],
    ],
    optional: [],
    wrong: { listen: noConnection, accept: noConnection, connect: waits },
  },
  'tcp-client': {
    kind: 'calls',
    required: ['socket', 'connect', 'send', 'recv', 'close'],
    before: [
      ['socket', 'bind'],
      ['socket', 'connect'],
      ['bind', 'connect'],
      ['connect', 'send'],
      ['connect', 'recv'],
      ['send', 'close'],
      ['recv', 'close'],
    ],
    optional: ['bind'],
    wrong: {
      bind: freePort,
      listen: 'a client calls and is not called.',
      accept: 'a client calls and is not called.',
      recvfrom: notForData,
      sendto: notForData,
    },
  },
  'udp-client': {
    kind: 'calls',
    required: ['socket', 'sendto', 'recvfrom', 'close'],
    before: [
      ['socket', 'bind'],
      ['socket', 'sendto'],
      ['sendto', 'recvfrom'],
      ['recvfrom', 'close'],
    ],
    optional: ['bind', 'connect'],
    wrong: {
      bind: freePort,
      connect:
        'UDP needs no handshake, so nothing is connected; if you only fix the address with it, say that it is optional.',
      listen: noConnection,
      accept: noConnection,
    },
  },
  differences: {
    kind: 'rows',
    pairs: [
      {
        columns: ['tcp-server', 'udp-server'],
        alone: ['listen', 'accept'],
        alike: [
          ['bind', 'bind'],
          ['recv', 'recvfrom'],
          ['send', 'sendto'],
        ],
      },
      {
        columns: ['tcp-client', 'udp-client'],
        alone: ['connect'],
        alike: [
          ['send', 'sendto'],
          ['recv', 'recvfrom'],
        ],
      },
    ],
    why: 'Ask of each TCP call whether it is about the connection or about the data.',
  },
  reasons: {
    kind: 'text',
    names: 'socket|bind|listen|accept|connect|recv|recvfrom|send|sendto|sendall|close|shutdown',
    facts: [
      {
        says: 'listen(), accept() and connect() exist because TCP keeps a connection',
        groups: [
          'listen|accept|connect\\(',
          'connection|handshake|state|established',
          'tcp|because|for|needs?|exist',
        ],
      },
      {
        says: 'recv() reads from a stream without borders, recvfrom() returns one datagram',
        groups: ['stream|bytes', 'datagram|message|recvfrom', 'recv'],
      },
      {
        says: 'TCP names the address once, UDP with every message',
        groups: ['address|peer|destination', 'once|every|each|per\\b', 'sendto|recvfrom|udp|datagram'],
      },
    ],
  },
} satisfies Keys<typeof exercise>
