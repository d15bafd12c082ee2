import type { Conversation } from './conversations.ts'

const fresh = ['socket', 'AF_INET', 'SOCK_STREAM'] as const

export const tcpMistakes: Record<string, Conversation> = {
  'accept() without listen()': async (stage) => {
    await stage.call('server', ...fresh)
    await stage.call('server', 'bind', ['127.0.0.1', 0])
    await stage.call('server', 'accept', 'nobody')
  },

  'recv() on the listening socket': async (stage) => {
    await stage.serve()
    await stage.call('server', 'recv', 10)
    await stage.call('server', 'getpeername')
  },

  'send() on the listening socket': async (stage) => {
    await stage.serve()
    await stage.call('server', 'send', 'x')
  },

  'calls on an unconnected socket': async (stage) => {
    await stage.call('client', ...fresh)
    await stage.call('client', 'getsockname')
    await stage.call('client', 'recv', 10)
    await stage.call('client', 'shutdown', 'SHUT_WR')
    await stage.call('client', 'getpeername')
  },

  'send() on an unconnected socket': async (stage) => {
    await stage.call('client', ...fresh)
    await stage.call('client', 'send', 'x')
  },

  'calls after close()': async (stage) => {
    await stage.accepted()
    for (const name of ['connection', 'server']) {
      await stage.call(name, 'close')
      await stage.call(name, 'close')
      await stage.call(name, 'recv', 10)
      await stage.call(name, 'send', 'x')
      await stage.call(name, 'accept', 'nobody')
      await stage.call(name, 'getsockname')
      await stage.call(name, 'shutdown', 'SHUT_WR')
      await stage.call(name, 'bind', ['127.0.0.1', 0])
    }
  },

  'bind() twice': async (stage) => {
    await stage.call('server', ...fresh)
    await stage.call('server', 'bind', ['127.0.0.1', 0])
    await stage.call('server', 'bind', ['127.0.0.1', 0])
    await stage.call('server', 'listen', 1)
    await stage.call('server', 'bind', ['127.0.0.1', 0])
    await stage.call('server', 'listen', 2)
  },

  'listen() without bind()': async (stage) => {
    await stage.call('server', ...fresh)
    await stage.call('server', 'listen', 1)
    await stage.dial(await stage.port('server'))
    await stage.call('server', 'accept', 'connection')
  },

  'bind() to a port in use': async (stage) => {
    const port = await stage.serve()
    await stage.call('other', ...fresh)
    await stage.call('other', 'bind', ['127.0.0.1', port])
  },

  'listen() on a port in use': async (stage) => {
    const port = await stage.serve()
    await stage.call('other', ...fresh)
    await stage.begin('other', 'bind', ['127.0.0.1', port])
    await stage.call('other', 'listen', 1)
  },

  'bind() to a host of another machine': async (stage) => {
    await stage.call('server', ...fresh)
    await stage.call('server', 'bind', ['203.0.113.7', 0])
  },

  'the port of bind() to port 0': async (stage) => {
    await stage.call('server', ...fresh)
    await stage.call('server', 'bind', ['127.0.0.1', 0])
    await stage.call('server', 'getsockname')
  },

  'connect() is refused, then tried again': async (stage) => {
    const port = await stage.serve()
    await stage.quietly('server', 'close')
    await stage.call('client', ...fresh)
    await stage.call('client', 'connect', ['127.0.0.1', port])
    const server = await stage.listen()
    await stage.call('client', 'connect', ['127.0.0.1', server.port])
    await stage.call('client', 'connect', ['127.0.0.1', server.port])
    await stage.call('client', 'bind', ['127.0.0.1', 0])
    await stage.call('client', 'listen', 1)
    await stage.call('client', 'accept', 'nobody')
  },

  'connect() with the listening socket': async (stage) => {
    const port = await stage.serve()
    await stage.call('server', 'connect', ['127.0.0.1', port])
  },

  'shutdown() of the listening socket': async (stage) => {
    await stage.serve()
    await stage.call('server', 'shutdown', 'SHUT_WR')
  },

  'shutdown(SHUT_RD) before unread bytes': async (stage) => {
    const peer = await stage.accepted()
    await peer.write('hello')
    // A round trip, so that the bytes are there.
    await stage.call('connection', 'send', 'x')
    await peer.read(1)
    await stage.call('connection', 'shutdown', 'SHUT_RD')
    await stage.call('connection', 'recv', 100)
    await stage.call('connection', 'recv', 100)
  },

  'more clients than the backlog': async (stage) => {
    await stage.call('server', ...fresh)
    await stage.call('server', 'bind', ['127.0.0.1', 0])
    await stage.call('server', 'listen', 1)
    const port = await stage.port('server')
    await stage.call('client', ...fresh)
    await stage.dial(port)
    await stage.dial(port)
    await stage.call('client', 'settimeout', 1000)
    await stage.call('client', 'connect', ['127.0.0.1', port])
  },

  'wrong arguments': async (stage) => {
    await stage.accepted()
    await stage.call('connection', 'send', 5)
    await stage.call('connection', 'send', null)
    await stage.call('connection', 'recv', 'many')
    await stage.call('connection', 'recv', -1)
    await stage.call('connection', 'recv')
    await stage.call('client', ...fresh)
    await stage.call('client', 'bind', ['127.0.0.1', '5000'])
    await stage.call('client', 'bind', ['127.0.0.1', 70000])
    await stage.call('client', 'bind', ['127.0.0.1', -1])
    await stage.call('client', 'bind', '127.0.0.1')
    await stage.call('client', 'bind', ['::1', 0])
    // Blanks: the resolver refuses the name without asking anybody.
    await stage.call('client', 'connect', ['no such host', 5000])
  },

  'sendto() and recvfrom() on a connection': async (stage) => {
    const peer = await stage.accepted()
    await peer.write('hello')
    await stage.call('connection', 'recvfrom', 10)
    await stage.call('connection', 'sendto', 'x', ['127.0.0.1', 9])
  },
}
