import type { Case } from '../../model/diagnosis.ts'
import type { ProgramError } from '../../model/program.ts'
import { inTheirLanguage } from './idioms.ts'
import { show } from '../evidence/error.ts'

type Row = {
  /** Found in `Type: message`, with the errno's name in front where there is one. */
  readonly error: RegExp
  /** Found in the student's own line, where that matters. */
  readonly source?: RegExp
  readonly role?: Case['role']
  readonly says: string
}

const server = 'server'
const client = 'client'

/** What runtimes say in words of their own, in ours. The first row that fits is told. */
const rows: readonly Row[] = [
  // The command line
  {
    error: /^EOFError: EOF when reading/,
    role: server,
    says: 'Nobody sits at the keyboard of a server: it gets no input, and its port comes from the command line, {port}.',
  },
  {
    error: /^EOFError/,
    role: client,
    says: 'One line is typed, no more: read standard input once.',
  },
  {
    error: /^IndexError/,
    source: /argv/,
    role: server,
    says: 'A server has one argument, its port: {port}.',
  },
  {
    error: /^IndexError/,
    source: /argv/,
    role: client,
    says: 'A client has two arguments, host and port; the port is {port}.',
  },
  {
    error: /invalid literal for int/,
    source: /argv/,
    says: 'That argument is no number: the port is {port}.',
  },
  {
    error: /ERR_SOCKET_BAD_PORT|port must be|[Pp]ort should be|[Pp]ort.*NaN|NaN.*port/,
    says: 'The port is {port}, a number from 0 to 65535.',
  },
  {
    error: /[Aa]n integer is required|cannot be interpreted as an integer/,
    says: 'A port is a number, not text: {port}.',
  },
  // What the calls take and give
  {
    error: /'tuple' object has no attribute/,
    says: 'accept() and recvfrom() return a pair: take it apart, as in {wait}.',
  },
  {
    error: /\.(recv|send|sendall|close)(\.\.\.)? is not a function/,
    says: 'accept() and recvfrom() return a pair, and only `await` makes a value of their promise: {wait}.',
  },
  {
    error: /is not iterable|object is not iterable/,
    source: /accept|recvfrom/,
    says: 'Is the `await` missing? {wait}',
  },
  {
    error: /address must be tuple|takes exactly one argument \(2 given\)/,
    says: 'The address is ONE argument, a pair of host and port, in brackets of its own: `(host, port)`.',
  },
  {
    error: /'bytes' object has no attribute '(encode|format|isupper)/,
    says: 'What recv() returned is bytes already.',
  },
  { error: /'str' object has no attribute 'decode'/, says: 'That is text already; only bytes are decoded.' },
  {
    error: /^UnicodeDecodeError/,
    says: 'The bytes are UTF-8, and a recv() that is too small may cut a letter in two.',
  },
  {
    error: /chunk exceed the limit|chunk is longer than limit/,
    says: 'A StreamReader holds 64 KiB of a line at most, unless it is given another `limit`: start_server(…, limit=1 << 20).',
  },
  {
    error: /unpack(_from)? requires|ERR_BUFFER_OUT_OF_BOUNDS|outside (of )?(buffer|the) bounds/,
    says: 'That was not exactly four bytes: ask recv() for no more than what is missing, loop until you have 4, and stop when it returns nothing.',
  },
  { error: /^EDESTADDRREQ/, says: 'A UDP socket has no peer of its own: {sendto}.' },
  { error: /^EISCONN/, says: 'That socket is connected already.' },
  { error: /^EMSGSIZE/, says: 'One datagram holds at most 65507 bytes.' },
  {
    error: /^EBADF|Bad file descriptor|negative integer \(-1\)|Invalid file descriptor/,
    says: 'That socket was closed before: look for the close().',
  },
  {
    error: /^ENOTCONN/,
    says: 'That socket has no connection (any more): the one accept() returned has, the listening one never.',
  },
  {
    error: /^(EPIPE|BrokenPipeError)/,
    role: server,
    says: 'Nobody takes these bytes any more: the client has left, or you have shut down your own side. Neither may end the server.',
  },
  {
    error: /^(ECONNRESET|ConnectionResetError)/,
    role: server,
    says: 'A client that leaves early must not end the server: catch the error, close that connection, accept the next.',
  },
  {
    error: /^(ECONNRESET|ConnectionResetError)/,
    role: client,
    says: 'The other side had gone: did you read its whole reply before you sent more?',
  },
  {
    error: /^(BlockingIOError|EAGAIN|EWOULDBLOCK)/,
    says: 'The socket does not wait (setblocking(False)), and there was nothing to take yet.',
  },
  {
    error: /^(timeout|TimeoutError)|timed out/,
    role: server,
    says: 'A server may wait for hours: without settimeout() it does.',
  },
  // The language
  {
    error: /^KeyError/,
    says: 'That key is not in the dictionary: `get()` returns None there, or what you give it as the second argument.',
  },
  {
    error: /^NameError|is not defined/,
    says: 'A name was used that nothing has been assigned to: is it spelt the same everywhere, and imported?',
  },
  {
    error: /^UnboundLocalError/,
    says: 'Inside a function an assigned name is a new one: `global`, or a parameter, brings in the outer one.',
  },
  {
    error: /^(ModuleNotFoundError|ImportError)|Cannot find (module|package)/,
    says: "Only the language's own modules and the files beside yours are there when it is graded.",
  },
  {
    error: /^RecursionError|Maximum call stack/,
    says: 'Use a loop: a function that calls itself for every client runs out of stack.',
  },
]

/** One sentence more about an error, or nothing. */
export function explanation(broken: Case, error: ProgramError): string {
  const text = `${error.code === null ? '' : `${error.code} `}${show(error)}`
  const texts = [show(error), text]
  const row = rows.find(
    ({ error: pattern, source, role }) =>
      texts.some((each) => pattern.test(each)) &&
      (source?.test(error.source ?? '') ?? true) &&
      (role ?? broken.role) === broken.role,
  )
  return row === undefined ? '' : ` ${inTheirLanguage(row.says, broken)}`
}
