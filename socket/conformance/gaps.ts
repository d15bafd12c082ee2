/** Where #socket differs from Python on Linux, on purpose or because Node has no other way; each is documented at its method. */
export const gaps: Record<string, { python: string; socket: string }[]> = {
  // Node binds when it listens.
  'bind() to a port in use': [{ python: 'other.bind -> EADDRINUSE', socket: 'other.bind -> null' }],
  'listen() on a port in use': [{ python: 'other.listen -> null', socket: 'other.listen -> EADDRINUSE' }],
  'bind() to a host of another machine': [
    { python: 'server.bind -> EADDRNOTAVAIL', socket: 'server.bind -> null' },
  ],
  'the port of bind() to port 0': [
    {
      python: 'server.getsockname -> ["127.0.0.1",port]',
      socket: 'server.getsockname -> ["127.0.0.1",0]',
    },
  ],
  // Node takes connections out of the kernel's queue at once.
  'more clients than the backlog': [
    { python: 'client.connect -> ETIMEDOUT', socket: 'client.connect -> null' },
  ],
  // Addresses are pairs; the flow label and the scope are left out.
  'all interfaces of both families': [
    { python: 'server.getsockname -> ["::",port,0,0]', socket: 'server.getsockname -> ["::",port]' },
  ],
  // POSIX's errno, and macOS's: it says what is wrong.
  'send() on the listening socket': [{ python: 'server.send -> EPIPE', socket: 'server.send -> ENOTCONN' }],
  'send() on an unconnected socket': [{ python: 'client.send -> EPIPE', socket: 'client.send -> ENOTCONN' }],
  'shutdown() of the listening socket': [
    { python: 'server.shutdown -> null', socket: 'server.shutdown -> ENOTCONN' },
  ],
  // Node cannot look whether bytes are there without waiting for some.
  'shutdown(SHUT_RD) before unread bytes': [
    { python: 'connection.recv -> "hello"', socket: 'connection.recv -> ""' },
  ],
  // A mix-up of the two kinds of sockets is told.
  'sendto() and recvfrom() on a connection': [
    { python: 'connection.recvfrom -> ["hello",null]', socket: 'connection.recvfrom -> EOPNOTSUPP' },
    { python: 'connection.sendto -> 1', socket: 'connection.sendto -> EOPNOTSUPP' },
  ],
  // Node's dgram refuses.
  'sendto() on a connected UDP socket': [
    { python: 'client.sendto -> 5', socket: 'client.sendto -> EISCONN' },
  ],
}
