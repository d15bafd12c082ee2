import type { Misfortune } from '../../model/failure.ts'

const python = (modules: string, ...steps: readonly string[]) => {
  const open = "s = socket.create_server(('127.0.0.1', 12000)); c, who = s.accept(); c.recv(1024)"
  return `python3 -c "import ${modules}; ${[open, ...steps].join('; ')}"`
}

const reset = "c.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack('ii', 1, 0)); c.close()"

/** A server for a second terminal that serves one client badly. Whoever wants to be refused starts none. */
export const serverFor: { readonly [each in Misfortune]: string } = {
  refused: '',
  silent: 'nc -l 127.0.0.1 12000',
  closed: python('socket', 'c.close()'),
  reset: python('socket, struct', reset),
  cut: python('socket, struct, time', "c.sendall(b'half a re')", 'time.sleep(0.3)', reset),
}
