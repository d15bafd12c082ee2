import type { Conversation } from './conversations.ts'

const MANY = 32 * 1024 * 1024

export const tcpConversations: Record<string, Conversation> = {
  'a server that answers in capitals': async (stage) => {
    const peer = await stage.dial(await stage.serve())
    await stage.call('server', 'accept', 'connection')
    await peer.write('hello')
    await stage.call('connection', 'recv', 1024)
    await stage.call('connection', 'send', 'HELLO')
    stage.log(`peer reads ${await peer.read(5)}`)
    await peer.finish()
    await stage.call('connection', 'recv', 1024)
    await stage.call('connection', 'close')
    stage.log(`peer reads ${await peer.readToEnd()}`)
  },

  'a client': async (stage) => {
    const server = await stage.listen()
    await stage.call('client', 'socket', 'AF_INET', 'SOCK_STREAM')
    await stage.call('client', 'connect', ['localhost', server.port])
    const peer = await server.next()
    await stage.call('client', 'sendall', 'hello')
    stage.log(`peer reads ${await peer.read(5)}`)
    await peer.write('HELLO')
    await stage.call('client', 'recv', 3)
    await stage.call('client', 'recv', 1024)
    await stage.call('client', 'getpeername')
    await stage.call('client', 'close')
    stage.log(`peer reads ${await peer.readToEnd()}`)
  },

  'a slow reader': async (stage) => {
    const peer = await stage.accepted()
    const sending = stage.begin('connection', 'sendall', { zeros: MANY })
    stage.log(`peer reads ${(await peer.read(MANY)).length}`)
    stage.tell('connection.sendall', await sending)
    await stage.call('connection', 'close')
    stage.log(`peer reads ${await peer.readToEnd()}`)
  },

  'send() with a timeout to a slow reader': async (stage) => {
    const peer = await stage.accepted()
    await stage.call('connection', 'settimeout', 300)
    const sent = Number(await stage.quietly('connection', 'send', { zeros: MANY }))
    stage.log(`send: ${sent > 0 && sent < MANY ? 'short' : sent}`)
    await stage.call('connection', 'sendall', { zeros: MANY })
    const reading = peer.read(sent)
    stage.log(`peer reads ${(await reading).length >= sent ? 'what send() counted' : 'less'}`)
    await stage.call('connection', 'close')
  },

  'many bytes from the peer': async (stage) => {
    const peer = await stage.accepted()
    const all = stage.begin('connection', 'recvAll')
    await peer.write('x'.repeat(MANY / 8))
    await peer.finish()
    stage.tell('connection.recvAll', await all)
  },

  'two clients in the queue': async (stage) => {
    const port = await stage.serve()
    const ada = await stage.dial(port)
    const bob = await stage.dial(port)
    await bob.write('bob')
    await ada.write('ada')
    await stage.call('server', 'accept', 'first')
    await stage.call('server', 'accept', 'second')
    await stage.call('first', 'recv', 10)
    await stage.call('second', 'recv', 10)
    await stage.call('second', 'sendall', 'BOB')
    await stage.call('first', 'sendall', 'ADA')
    await stage.call('first', 'close')
    await stage.call('second', 'close')
    stage.log(`ada reads ${await ada.readToEnd()}`)
    stage.log(`bob reads ${await bob.readToEnd()}`)
  },

  'a port is free after close()': async (stage) => {
    const port = await stage.serve()
    await stage.call('server', 'close')
    await stage.call('again', 'socket', 'AF_INET', 'SOCK_STREAM')
    await stage.call('again', 'setsockopt', 'SOL_SOCKET', 'SO_REUSEADDR', 1)
    await stage.call('again', 'bind', ['127.0.0.1', port])
    await stage.call('again', 'listen', 1)
    await stage.dial(port)
    await stage.call('again', 'accept', 'connection')
  },

  'a client that binds its own port': async (stage) => {
    const server = await stage.listen()
    await stage.call('client', 'socket', 'AF_INET', 'SOCK_STREAM')
    await stage.call('client', 'setsockopt', 'IPPROTO_TCP', 'TCP_NODELAY', 1)
    await stage.call('client', 'bind', ['127.0.0.1', 0])
    await stage.call('client', 'connect', ['127.0.0.1', server.port])
    const peer = await server.next()
    const own = await stage.port('client')
    stage.log(`the peer sees the client's port: ${peer.socket.remotePort === own}`)
    await stage.call('client', 'send', '')
    await stage.call('client', 'close')
    stage.log(`peer reads ${await peer.readToEnd()}`)
  },

  'timeouts leave the socket usable': async (stage) => {
    const port = await stage.serve()
    await stage.call('server', 'settimeout', 50)
    await stage.call('server', 'accept', 'nobody')
    const peer = await stage.dial(port)
    await stage.call('server', 'settimeout', null)
    await stage.call('server', 'accept', 'connection')
    await stage.call('connection', 'settimeout', 50)
    await stage.call('connection', 'recv', 10)
    await stage.call('connection', 'settimeout', null)
    await peer.write('late')
    await stage.call('connection', 'recv', 10)
  },

  IPv6: async (stage) => {
    const port = await stage.serve('AF_INET6', '::1')
    const peer = await stage.dial(port, '::1')
    await stage.call('server', 'accept', 'connection')
    await peer.write('six')
    await stage.call('connection', 'recv', 10)
    await stage.call('connection', 'close')
    stage.log(`peer reads ${await peer.readToEnd()}`)
  },

  'all interfaces': async (stage) => {
    const peer = await stage.dial(await stage.serve('AF_INET', ''))
    await stage.call('server', 'getsockname')
    await stage.call('server', 'accept', 'connection')
    await stage.call('connection', 'getsockname')
    await peer.finish()
  },

  'all interfaces of both families': async (stage) => {
    await stage.dial(await stage.serve('AF_INET6', ''))
    await stage.call('server', 'getsockname')
    await stage.call('server', 'accept', 'connection')
  },
}
