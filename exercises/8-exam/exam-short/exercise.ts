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
        // In the order of the alphabet: any other would say something.
        items: {
          'accept-returns': 'accept() returns the connection',
          ack: "the client's kernel sends ACK",
          'connect-called': 'the client calls connect()',
          'connect-returns': 'connect() returns',
          syn: "the client's kernel sends SYN",
          'syn-ack': "the server's kernel answers SYN-ACK",
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
          'server-port': 'the client has the same port as the server',
        },
      },
    },
    'q3-scenario': {
      title: 'two clients and their replies',
      points: 2,
      question: {
        kind: 'predict',
        ask: 'A UDP server is bound to {server}; both datagrams have arrived before it answers. To which address (host:port) does it send its reply to A, and to which its reply to B?',
        fields: { 'reply-to-a': 'A', 'reply-to-b': 'B' },
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
