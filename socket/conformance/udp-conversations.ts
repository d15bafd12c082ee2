import type { Conversation } from './conversations.ts'

const fresh = ['socket', 'AF_INET', 'SOCK_DGRAM'] as const

export const udpConversations: Record<string, Conversation> = {
  'a UDP server that answers in capitals': async (stage) => {
    const port = await stage.mailbox()
    const [ada, bob] = [await stage.datagrams(), await stage.datagrams()]
    await ada.send('ada', port)
    const [, to] = (await stage.call('server', 'recvfrom', 2048)) as [string, [string, number]]
    await bob.send('bob', port)
    const [, toBob] = (await stage.call('server', 'recvfrom', 2048)) as [string, [string, number]]
    await stage.call('server', 'sendto', 'ADA', to)
    await stage.call('server', 'sendto', 'BOB', toBob)
    const answer = await ada.receive()
    stage.log(`ada receives ${answer.text}, from the server's port: ${answer.from.port === port}`)
    stage.log(`bob receives ${(await bob.receive()).text}`)
  },

  'a UDP client': async (stage) => {
    const server = await stage.datagrams()
    await stage.call('client', ...fresh)
    await stage.call('client', 'getsockname')
    await stage.call('client', 'sendto', 'hello', ['localhost', server.port])
    const { text, from } = await server.receive()
    stage.log(`the server receives ${text}`)
    await server.send('HELLO', from.port)
    await stage.call('client', 'recvfrom', 2048)
    await stage.call('client', 'close')
    await stage.call('client', 'recvfrom', 2048)
  },

  'an empty datagram is no end': async (stage) => {
    const port = await stage.mailbox()
    const peer = await stage.datagrams()
    await peer.send('', port)
    await peer.send('next', port)
    await stage.call('server', 'recvfrom', 10)
    const [, to] = (await stage.call('server', 'recvfrom', 10)) as [string, [string, number]]
    await stage.call('server', 'sendto', '', to)
    stage.log(`peer receives '${(await peer.receive()).text}'`)
  },

  'a truncated datagram': async (stage) => {
    const port = await stage.mailbox()
    const peer = await stage.datagrams()
    await peer.send('hello world', port)
    await peer.send('next', port)
    await stage.call('server', 'recvfrom', 5)
    await stage.call('server', 'recvfrom', 5)
    await peer.send('gone', port)
    await stage.call('server', 'recvfrom', 0)
    await peer.send('after', port)
    await stage.call('server', 'recv', 10)
  },

  'a datagram that is too big': async (stage) => {
    const peer = await stage.datagrams()
    await stage.call('client', ...fresh)
    await stage.call('client', 'sendto', { zeros: 65_508 }, ['127.0.0.1', peer.port])
    await stage.call('client', 'sendto', { zeros: 65_507 }, ['127.0.0.1', peer.port])
    stage.log(`peer receives ${(await peer.receive()).text.length} bytes`)
  },

  'a UDP timeout': async (stage) => {
    const port = await stage.mailbox()
    await stage.call('server', 'settimeout', 50)
    await stage.call('server', 'recvfrom', 10)
    const peer = await stage.datagrams()
    await stage.call('server', 'settimeout', null)
    await peer.send('late', port)
    await stage.call('server', 'recvfrom', 10)
  },

  'recvfrom() on a socket without a port': async (stage) => {
    await stage.call('client', ...fresh)
    await stage.call('client', 'settimeout', 50)
    await stage.call('client', 'recvfrom', 10)
  },

  'a connected UDP socket': async (stage) => {
    const [peer, stranger] = [await stage.datagrams(), await stage.datagrams()]
    await stage.call('client', ...fresh)
    await stage.call('client', 'connect', ['127.0.0.1', peer.port])
    await stage.call('client', 'getpeername')
    await stage.call('client', 'send', 'hello')
    const { text, from } = await peer.receive()
    stage.log(`peer receives ${text}`)
    await stranger.send('not for you', from.port)
    await peer.send('HELLO', from.port)
    await stage.call('client', 'recv', 100)
    await stage.call('client', 'connect', ['127.0.0.1', stranger.port])
    await stage.call('client', 'send', 'hello')
    stage.log(`stranger receives ${(await stranger.receive()).text}`)
  },

  'a refused datagram': async (stage) => {
    const gone = await stage.datagrams()
    const { port } = gone
    await stage.call('client', ...fresh)
    await stage.call('client', 'connect', ['127.0.0.1', port])
    gone.socket.close()
    gone.close = () => {}
    await stage.call('client', 'send', 'hello')
    await stage.call('client', 'recv', 10)
    await stage.call('client', 'settimeout', 50)
    await stage.call('client', 'recv', 10)
  },

  'sendto() on a connected UDP socket': async (stage) => {
    const [peer, other] = [await stage.datagrams(), await stage.datagrams()]
    await stage.call('client', ...fresh)
    await stage.call('client', 'connect', ['127.0.0.1', peer.port])
    await stage.call('client', 'sendto', 'hello', ['127.0.0.1', other.port])
  },

  'UDP mistakes': async (stage) => {
    const port = await stage.mailbox()
    await stage.call('server', 'listen', 1)
    await stage.call('server', 'accept', 'nobody')
    await stage.call('server', 'bind', ['127.0.0.1', 0])
    await stage.call('server', 'send', 'x')
    await stage.call('server', 'getpeername')
    await stage.call('server', 'sendto', 'x', ['127.0.0.1', 0])
    await stage.call('server', 'sendto', 'x', ['255.255.255.255', 5000])
    await stage.call('server', 'sendto', 'x', ['::1', 5000])
    await stage.call('server', 'sendto', 'x', ['127.0.0.1', 70_000])
    await stage.call('other', ...fresh)
    await stage.call('other', 'bind', ['127.0.0.1', port])
    await stage.call('other', 'bind', ['203.0.113.7', 0])
    await stage.call('other', 'bind', ['', 0])
    await stage.call('other', 'getsockname')
  },

  'two UDP sockets on one port': async (stage) => {
    for (const name of ['one', 'two']) {
      await stage.call(name, ...fresh)
      await stage.call(name, 'setsockopt', 'SOL_SOCKET', 'SO_REUSEADDR', 1)
      await stage.call(name, 'setsockopt', 'SOL_SOCKET', 'SO_BROADCAST', 1)
      await stage.call(name, 'setsockopt', 'SOL_SOCKET', 'SO_RCVBUF', 65_536)
    }
    await stage.call('one', 'bind', ['127.0.0.1', 0])
    await stage.call('two', 'bind', ['127.0.0.1', await stage.port('one')])
    await stage.call('one', 'close')
    await stage.call('two', 'close')
  },

  'a burst of datagrams': async (stage) => {
    const port = await stage.mailbox()
    const peer = await stage.datagrams()
    for (let i = 0; i < 32; i += 1) await peer.send(`datagram ${i}`, port)
    for (let i = 0; i < 32; i += 1) await stage.call('server', 'recv', 100)
  },

  'datagrams over IPv6': async (stage) => {
    await stage.call('server', 'socket', 'AF_INET6', 'SOCK_DGRAM')
    await stage.call('server', 'bind', ['::1', 0])
    const port = await stage.port('server')
    await stage.call('client', 'socket', 'AF_INET6', 'SOCK_DGRAM')
    await stage.call('client', 'sendto', 'six', ['::1', port])
    await stage.call('server', 'recv', 10)
  },
}
