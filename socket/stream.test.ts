import { execFileSync } from 'node:child_process'
import { connect } from 'node:net'
import { once } from 'node:events'
import { socket, AF_INET, SHUT_WR, SOCK_STREAM, type StreamSocket } from './index.ts'
import { connected, listening, recvAll } from './testing.ts'

const bytes = (text: string) => Buffer.from(text)

describe('bytes', () => {
  test('recv(max) returns at most max and keeps the rest', async () => {
    const { client, connection } = await connected()
    await client.send(bytes('hello'))
    expect((await connection.recv(2)).toString()).toBe('he')
    expect((await connection.recv(100)).toString()).toBe('llo')
    await client.close()
    expect(await connection.recv(100)).toHaveLength(0)
    expect(await connection.recv(100)).toHaveLength(0)
    await connection.close()
  })

  test('two pending recv() are served in order', async () => {
    const { client, connection } = await connected()
    const pending = [connection.recv(1), connection.recv(2), connection.recv(10)]
    await client.sendall(bytes('abc'))
    await client.close()
    expect((await Promise.all(pending)).map(String)).toEqual(['a', 'bc', ''])
    await connection.close()
  })

  test('un-awaited sends arrive in order, also before close() and from a buffer that is reused', async () => {
    const { client, connection } = await connected()
    const buffer = Buffer.alloc(500_000)
    let expected = ''
    for (const letter of 'abcdef') {
      buffer.fill(letter)
      expected += buffer.toString()
      void client.send(buffer)
    }
    const closed = client.close()
    expect(await recvAll(connection)).toBe(expected)
    await Promise.all([closed, connection.close()])
  })

  test('sends during connect() wait for it, also when close() follows', async () => {
    const { server, address } = await listening()
    const client = socket(AF_INET, SOCK_STREAM)
    void client.connect(address)
    void client.send(bytes('early '))
    void client.sendall(bytes('bird'))
    void client.close()
    const [connection] = await server.accept()
    expect(await recvAll(connection)).toBe('early bird')
    await Promise.all([connection.close(), server.close()])
  })

  test('a half-close leaves the other direction open', async () => {
    const { client, connection } = await connected()
    void client.send(bytes('question'))
    await client.shutdown(SHUT_WR)
    expect(await recvAll(connection)).toBe('question')
    await connection.sendall(bytes('answer'))
    await connection.close()
    expect(await recvAll(client)).toBe('answer')
    await expect(client.send(bytes('x'))).rejects.toThrow('send: EPIPE: you ended sending with shutdown()')
    await client.close()
  })
})

describe('waiting', () => {
  test('two pending accept() are served in order', async () => {
    const { server, address } = await listening()
    const pending = [server.accept(), server.accept()]
    const clients: StreamSocket[] = []
    for (const name of ['ada', 'bob']) {
      const client = socket(AF_INET, SOCK_STREAM)
      await client.connect(address)
      await client.send(bytes(name))
      clients.push(client)
    }
    const accepted = await Promise.all(pending)
    const names = await Promise.all(accepted.map(([connection]) => connection.recv(10)))
    expect(names.map(String)).toEqual(['ada', 'bob'])
    expect(accepted.map(([, peer]) => peer)).toEqual(clients.map((client) => client.getsockname()))
    await Promise.all(
      [server, ...clients, ...accepted.map(([connection]) => connection)].map((each) => each.close()),
    )
  })

  test('for await ends quietly when the socket is closed', async () => {
    const { server, address } = await listening()
    const client = socket(AF_INET, SOCK_STREAM)
    await client.connect(address)
    let served = 0
    for await (const [connection, peer] of server) {
      served += 1
      expect(peer).toEqual(client.getsockname())
      await connection.close()
      void server.close()
    }
    expect(served).toBe(1)
    await client.close()
  })

  test('close() ends the calls that wait', async () => {
    const { client, connection } = await connected()
    const { server } = await listening()
    const pending = [connection.recv(1), connection.recv(1), server.accept()]
    void Promise.all([connection.close(), server.close()])
    for (const call of pending) await expect(call).rejects.toMatchObject({ code: 'EBADF' })
    await client.close()
  })

  test('close() gives up connecting', async () => {
    const { server, address } = await listening()
    const client = socket(AF_INET, SOCK_STREAM)
    const attempt = client.connect(address)
    void client.close()
    await expect(attempt).rejects.toMatchObject({ code: 'EBADF', syscall: 'connect' })
    await server.close()
  })

  test('a timed-out recv() leaves its bytes to the next one', async () => {
    const { client, connection } = await connected()
    connection.settimeout(20)
    await expect(connection.recv(10)).rejects.toThrow(
      'recv: ETIMEDOUT: nothing happened within the 20 ms of settimeout()',
    )
    await client.send(bytes('late'))
    connection.settimeout(null)
    expect((await connection.recv(10)).toString()).toBe('late')
    await Promise.all([client.close(), connection.close()])
  })
})

describe('the queue', () => {
  test('a client that resets its connection before accept() harms nobody', async () => {
    const { server, address } = await listening()
    const [host, port] = address
    const gone = connect(port, host)
    await once(gone, 'connect')
    gone.resetAndDestroy()
    await once(gone, 'close')
    const client = socket(AF_INET, SOCK_STREAM)
    await client.connect(address)
    await client.send(bytes('next'))
    const [first] = await server.accept()
    await expect(first.recv(10)).rejects.toMatchObject({ code: 'ECONNRESET' })
    const [second] = await server.accept()
    expect((await second.recv(10)).toString()).toBe('next')
    await Promise.all([first, second, client, server].map((each) => each.close()))
  })

  test('a client that came and went while the program was busy is returned without an address', async () => {
    const { server, address } = await listening()
    // Nothing else runs in this process meanwhile.
    execFileSync(process.execPath, [
      '-e',
      `const c = require('net').connect(${address[1]}, '127.0.0.1', () => c.resetAndDestroy())`,
    ])
    const [gone, peer] = await server.accept()
    expect(peer).toEqual(['0.0.0.0', 0])
    await expect(gone.recv(10)).rejects.toMatchObject({ code: 'ECONNRESET' })
    await Promise.all([gone.close(), server.close()])
  })

  test('accept() and recv() work when nobody awaits listen()', async () => {
    const server = socket(AF_INET, SOCK_STREAM)
    server.bind(['', 0])
    const started = server.listen()
    const accepted = server.accept()
    await started
    const client = socket(AF_INET, SOCK_STREAM)
    await client.connect(['localhost', server.getsockname()[1]])
    const [connection] = await accepted
    await Promise.all([connection, client, server].map((each) => each.close()))
  })

  test('listen() may be tried again after a failure', async () => {
    const { server, address } = await listening()
    const other = socket(AF_INET, SOCK_STREAM)
    other.bind(address)
    await expect(other.listen()).rejects.toThrow(
      `listen: EADDRINUSE: another socket already listens on port ${address[1]}`,
    )
    await server.close()
    await other.listen()
    await other.close()
  })
})
