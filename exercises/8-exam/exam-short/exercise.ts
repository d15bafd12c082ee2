import { defineQuestions } from '#grader'

export default defineQuestions({
  title: 'Three short questions',
  role: 'answers',
  entry: 'answers.yaml',
  checks: {
    'q1-choice': {
      title: 'which socket is each call made on',
      points: 1,
      question: {
        kind: 'assign',
        ask: 'On which socket of a TCP server is each of these calls made?',
        items: { listen: 'listen()', accept: 'accept()', recv: 'recv()', send: 'send()' },
        to: { listening: 'the listening socket', connection: 'the connection socket' },
      },
    },
    'q1-count': {
      title: 'how many sockets and ports a server has',
      points: 1,
      question: {
        kind: 'fields',
        ask: 'Three clients are connected to a TCP server. How many TCP sockets has it open, and how many local ports do they use?',
        fields: {
          sockets: 'open TCP sockets of the server',
          ports: 'different local ports of these sockets',
        },
      },
    },
    'q2-call': {
      title: 'which call starts the handshake',
      points: 1,
      question: {
        kind: 'choice',
        ask: 'Which call makes the first packet of the TCP handshake leave?',
        options: { listen: 'listen()', accept: 'accept()', connect: 'connect()', send: 'the first send()' },
      },
    },
    'q2-trace': {
      title: 'the handshake, step by step',
      points: 2,
      question: {
        kind: 'order',
        ask: 'In which order do these happen, when the server listens already?',
        items: {
          'connect-called': 'the client calls connect()',
          syn: "the client's kernel sends SYN",
          'syn-ack': "the server's kernel answers SYN-ACK",
          ack: "the client's kernel sends ACK",
          'connect-returns': 'connect() returns',
          'accept-returns': 'accept() returns the connection',
        },
      },
    },
    'q3-source': {
      title: 'where a UDP server sends its reply',
      points: 1,
      question: {
        kind: 'choice',
        ask: 'From what does a UDP server know where to send its reply?',
        options: {
          bind: 'from the address it gave to bind()',
          recvfrom: 'from the address that recvfrom() returned with this datagram',
          accept: 'from the address that accept() returned',
          'server-port': 'the client has the same port as the server, 12000',
        },
      },
    },
    'q3-scenario': {
      title: 'two clients and their replies',
      points: 2,
      question: {
        kind: 'fields',
        ask: 'To which address (host:port) does the server send its reply to A, and to which its reply to B?',
        fields: { 'reply-to-a': 'the reply to A', 'reply-to-b': 'the reply to B' },
      },
    },
    'why-text': {
      title: 'why it is so, in your own words',
      points: 2,
      question: {
        kind: 'text',
        ask: 'Say in a few sentences why a TCP server has two kinds of sockets, what starts the handshake, and why a UDP server needs an address for every reply.',
      },
    },
  },
})
