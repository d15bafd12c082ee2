import type { Conversation } from './conversations.ts'

const MANY = 32 * 1024 * 1024

/** How connections end: FIN, RST, and who notices when. */
export const tcpEndings: Record<string, Conversation> = {
  'a half-close by the peer': async (stage) => {
    const peer = await stage.accepted()
    await peer.write('question')
    await peer.finish()
    await stage.call('connection', 'recv', 100)
    await stage.call('connection', 'recv', 100)
    await stage.call('connection', 'recv', 100)
    await stage.call('connection', 'sendall', 'answer')
    await stage.call('connection', 'close')
    stage.log(`peer reads ${await peer.readToEnd()}`)
  },

  'a half-close by the program': async (stage) => {
    const peer = await stage.dialled()
    await stage.call('client', 'sendall', 'question')
    await stage.call('client', 'shutdown', 'SHUT_WR')
    stage.log(`peer reads ${await peer.readToEnd()}`)
    await peer.write('answer')
    await peer.finish()
    await stage.call('client', 'recv', 100)
    await stage.call('client', 'recv', 100)
    await stage.call('client', 'send', 'more')
    await stage.call('client', 'shutdown', 'SHUT_WR')
    await stage.call('client', 'close')
  },

  'a reset while recv() waits': async (stage) => {
    const peer = await stage.accepted()
    const waiting = stage.begin('connection', 'recv', 10)
    peer.socket.resetAndDestroy()
    stage.tell('connection.recv', await waiting)
    await stage.call('connection', 'recv', 10)
    await stage.call('connection', 'send', 'x')
    await stage.call('connection', 'close')
  },

  'a reset behind unread bytes': async (stage) => {
    const peer = await stage.accepted()
    await peer.write('last words')
    await stage.call('connection', 'recv', 4)
    peer.socket.resetAndDestroy()
    await stage.call('connection', 'recv', 100)
    await stage.call('connection', 'recv', 100)
    await stage.call('connection', 'recv', 100)
  },

  'a reset noticed by send()': async (stage) => {
    const peer = await stage.accepted()
    await peer.write('last words')
    await stage.call('connection', 'recv', 4)
    peer.socket.resetAndDestroy()
    await stage.call('connection', 'sendUntilError')
    await stage.call('connection', 'send', 'x')
    await stage.call('connection', 'recv', 100)
    await stage.call('connection', 'recv', 100)
    await stage.call('connection', 'shutdown', 'SHUT_WR')
  },

  'send() after the peer closed': async (stage) => {
    const peer = await stage.accepted()
    peer.close()
    await stage.call('connection', 'recv', 10)
    await stage.call('connection', 'send', 'nobody reads this')
    await stage.call('connection', 'sendUntilError')
    await stage.call('connection', 'recv', 10)
    await stage.call('connection', 'close')
  },

  'close() with unread bytes': async (stage) => {
    const peer = await stage.accepted()
    await peer.write('hello')
    await stage.call('connection', 'recv', 1)
    await stage.call('connection', 'close')
    stage.log(`peer reads ${await peer.readToEnd()}`)
  },

  'close() with bytes that were never asked for': async (stage) => {
    const peer = await stage.accepted()
    await peer.write('x'.repeat(MANY / 32))
    await stage.call('connection', 'recv', 0)
    await stage.call('connection', 'recv', 1)
    await stage.call('connection', 'close')
    stage.log(`peer reads ${await peer.readToEnd()}`)
  },

  'a client that leaves the queue': async (stage) => {
    const port = await stage.serve()
    const gone = await stage.dial(port)
    const next = await stage.dial(port)
    gone.socket.resetAndDestroy()
    await next.write('next')
    await stage.quietly('server', 'accept', 'first')
    await stage.call('first', 'recv', 10)
    await stage.call('server', 'accept', 'second')
    await stage.call('second', 'recv', 10)
  },

  'close() of the listening socket': async (stage) => {
    const port = await stage.serve()
    const ada = await stage.dial(port)
    await stage.call('server', 'accept', 'connection')
    const queued = await stage.dial(port)
    await stage.call('server', 'close')
    stage.log(`the queued client reads ${await queued.readToEnd()}`)
    const refused = await stage.dial(port).then(
      () => 'connected',
      ({ code }: NodeJS.ErrnoException) => code,
    )
    stage.log(`a new client: ${refused}`)
    await stage.call('connection', 'send', 'still here')
    stage.log(`ada reads ${await ada.read(10)}`)
  },

  'a reset while sendall() waits': async (stage) => {
    const peer = await stage.accepted()
    const sending = stage.begin('connection', 'sendall', { zeros: MANY })
    await peer.read(1)
    peer.socket.resetAndDestroy()
    stage.tell('connection.sendall', await sending)
    await stage.call('connection', 'send', 'x')
    await stage.call('connection', 'recv', 10)
  },

  'the peer sends after close()': async (stage) => {
    const peer = await stage.accepted()
    await stage.call('connection', 'sendall', 'bye')
    await stage.call('connection', 'close')
    stage.log(`peer reads ${await peer.read(3)}`)
    await peer.write('too late')
    stage.log(`peer: ${await peer.writeUntilError()}`)
  },

  'close() after a send to a peer that never reads': async (stage) => {
    await stage.accepted()
    await stage.call('connection', 'settimeout', 100)
    await stage.call('connection', 'sendall', { zeros: MANY })
    await stage.call('connection', 'close')
  },
}
