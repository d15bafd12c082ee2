import { moduleWords } from './modules.ts'
import type { Case } from '../../model/diagnosis.ts'

/** Pieces of code that advice needs, in the student's own language. */
type Idioms = {
  readonly forever: string
  readonly accept: string
  /** Serve a client without waiting for its end. */
  readonly serve: string
  readonly recv: string
  readonly sendall: string
  readonly recvfrom: string
  readonly sendto: string
  readonly encode: string
  readonly decode: string
  readonly packLength: string
  readonly readLine: string
  readonly print: string
  readonly write: string
  readonly timeLimit: string
  readonly ackLimit: string
  readonly catchTimeout: string
  readonly serverPort: string
  readonly clientPort: string
  readonly settimeout: string
  readonly exit: string
  readonly catch: string
  readonly complain: string
  readonly explain: string
  readonly resolvePath: string
}

// For a language without a row of its own: the calls of the lesson, without syntax.
const plainly: Idioms = {
  forever: 'an endless loop',
  accept: 'accept()',
  serve: 'in a task, a thread or a process of its own',
  recv: 'recv(1024)',
  sendall: 'send()',
  recvfrom: 'recvfrom(2048)',
  sendto: 'sendto(reply, address)',
  encode: 'encoding it as UTF-8',
  decode: 'decoding them as UTF-8',
  packLength: 'four bytes, the most significant one first',
  readLine: 'reading up to the first newline',
  print: 'printing the decoded reply',
  write: 'writing them to standard output without decoding',
  timeLimit: 'a receive timeout of the socket, or poll()',
  ackLimit: 'a receive timeout of the socket, or poll()',
  catchTimeout: 'Treat the timeout as a result',
  serverPort: 'the first argument',
  clientPort: 'the second argument',
  settimeout: 'a time limit for connect() and recv()',
  exit: 'exit with the code for it',
  catch: 'a block that catches their errors',
  complain: 'printing it on standard error',
  explain: 'its message on standard error',
  resolvePath: 'following every `..` in it',
}

const python: Idioms = {
  forever: '`while True:`',
  accept: '`connection, address = server.accept()`',
  serve: '`threading.Thread(target=handle, args=(connection,)).start()`',
  recv: '`data = connection.recv(1024)`',
  sendall: '`connection.sendall(reply)`',
  recvfrom: '`data, address = server.recvfrom(2048)`',
  sendto: '`server.sendto(reply, address)`',
  encode: '`text.encode()`',
  decode: '`data.decode()`',
  packLength: "`struct.pack('>I', length)`",
  readLine: '`line = input()`',
  print: '`print(reply.decode())`',
  write: '`sys.stdout.buffer.write(data)`',
  timeLimit: '`client.settimeout(1)`, in seconds, before recvfrom()',
  ackLimit: '`client.settimeout(0.2)`, in seconds, before recvfrom()',
  catchTimeout: 'Catch it with `except socket.timeout:`',
  serverPort: '`int(sys.argv[1])`',
  clientPort: '`int(sys.argv[2])`',
  settimeout: '`client.settimeout(timeout_ms / 1000)`, in seconds',
  exit: '`sys.exit(code)`',
  catch: '`try: … except OSError as error:`',
  complain: '`print(text, file=sys.stderr)`',
  explain: '`print(error, file=sys.stderr)`',
  resolvePath: '`os.path.realpath(path)`',
}

const typescript: Idioms = {
  forever: '`while (true) { … }`',
  accept: '`const [connection, address] = await server.accept()`',
  serve: 'call `handle(connection)` WITHOUT `await`, and with `.catch(…)`',
  recv: '`const data = await connection.recv(1024)`',
  sendall: '`await connection.sendall(reply)`',
  recvfrom: '`const [data, address] = await server.recvfrom(2048)`',
  sendto: '`await server.sendto(reply, address)`',
  encode: '`Buffer.from(text)`',
  decode: '`data.toString()`',
  packLength: '`header.writeUInt32BE(length)`',
  readLine: 'leaving the loop over standard input at the first newline',
  print: '`console.log(reply.toString())`',
  write: '`process.stdout.write(data)`',
  timeLimit: '`client.settimeout(1000)`, in milliseconds, before recvfrom()',
  ackLimit: '`client.settimeout(200)`, in milliseconds, before recvfrom()',
  catchTimeout: "Catch the error whose `code` is 'ETIMEDOUT'",
  serverPort: '`Number(process.argv[2])`',
  clientPort: '`Number(process.argv[3])`',
  settimeout: '`client.settimeout(timeoutMs)`, in milliseconds',
  exit: '`process.exit(code)`',
  catch: '`try { … } catch (error) { … }`',
  complain: '`console.error(text)`',
  explain: '`console.error(error.message)`',
  resolvePath: '`path.join(root, target)`',
}

const known: { readonly [track: string]: Idioms | undefined } = { python, typescript }

/** Puts the student's own language into advice: `{accept}` becomes the line that accepts a client. */
export function inTheirLanguage(
  text: string,
  { track, role, transport }: Pick<Case, 'track' | 'role' | 'transport'>,
): string {
  const idioms = (Object.hasOwn(known, track) ? known[track] : undefined) ?? plainly
  const [server, tcp] = [role === 'server', transport === 'tcp']
  const words: Record<string, string> = {
    ...idioms,
    ...moduleWords(track),
    port: server ? idioms.serverPort : idioms.clientPort,
    wait: tcp ? idioms.accept : idioms.recvfrom,
    address: server
      ? "bind() to '' (every address of this machine) or to '127.0.0.1'"
      : 'Take the host from the command line, too',
    call: tcp ? 'Call connect() with' : 'Give sendto()',
    answer: tcp ? 'recv()' : 'recvfrom()',
  }
  return text.replace(/\{(\w+)\}/g, (_, name: string) => words[name] ?? name)
}
