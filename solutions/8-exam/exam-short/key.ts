import type { Keys } from '#grader'
import type exercise from '../../../exercises/8-exam/exam-short/exercise.ts'

const names =
  'socket|bind|listen|accept|connect|recv|recvfrom|send|sendto|sendall|close|shutdown|syn|ack|tcp|udp|server|client|kernel|port|address'

export default {
  'q1-choice': {
    kind: 'assign',
    answers: { listen: 'listening', accept: 'listening', recv: 'connection', send: 'connection' },
    why: 'The listening socket produces connections, by listen() and accept(); the bytes travel on the socket that accept() returns.',
  },
  'q1-count': {
    kind: 'fields',
    answers: { sockets: ['4', 'four'], ports: ['1', 'one'] },
    why: {
      sockets: {
        1: 'That is the listening socket alone: every accept() has returned another one.',
        3: 'That counts the connections; the socket that listens is still there, too.',
        '': 'There is one socket that listens, and one for each connection.',
      },
      ports: {
        '': "All connection sockets share the server's port: the addresses of both ends together tell them apart.",
      },
    },
  },
  'q2-call': {
    kind: 'choice',
    answer: 'connect',
    why: {
      accept:
        'accept() only takes a connection that is established already from the queue. Its handshake was started by the client, who wanted to reach the server, and was run by the two kernels.',
      listen: 'listen() makes the kernel willing to answer a SYN; it sends none itself.',
      send: 'Before the first byte of data can be sent, the handshake has to be over.',
    },
  },
  'q2-trace': {
    kind: 'order',
    before: [
      ['connect-called', 'syn'],
      ['syn', 'syn-ack'],
      ['syn-ack', 'ack'],
      ['syn-ack', 'connect-returns'],
      ['ack', 'accept-returns'],
    ],
    why: 'Each packet answers the one before it. For the client the connection is there when SYN-ACK has come, for the server when ACK has come; accept() takes it after that.',
  },
  'q3-source': {
    kind: 'choice',
    answer: 'recvfrom',
    why: {
      bind: 'bind() gives the server its own address: a reply sent there comes back to the server.',
      accept: 'UDP has no connections, so there is nothing to accept.',
      'server-port':
        "That port is the server's. A client's is chosen by its kernel, and is learned anew from each datagram.",
    },
  },
  'q3-scenario': {
    kind: 'predict',
    why: {
      server: "That is the server's own address: the reply would come back to the server.",
      other: 'That is the address of the other client, who would get what {client} asked for.',
      any: 'The reply goes to the host and port from which the datagram of {client} came.',
    },
  },
  'why-text': {
    kind: 'text',
    names,
    facts: [
      {
        says: 'the listening socket only produces connections; each client has a socket of its own',
        groups: ['listen', 'accept|new|own|each|every|per client|returns', 'connection|client|data|bytes'],
      },
      {
        says: 'connect() starts the handshake',
        groups: ['connect\\b|connect\\(', 'handshake|syn\\b', 'start|begin|trigger|send|initiat|makes|first'],
      },
      {
        says: 'there is no connection with UDP: each datagram brings the address to answer to',
        groups: [
          'udp|datagram|recvfrom|rinfo',
          'address|sender|source|port|rinfo',
          'each|every|reply|answer|returned|no connection',
        ],
      },
    ],
  },
} satisfies Keys<typeof exercise>
