// A TCP client: sends one line to a server and prints the reply.
// Run it with:  npm run try -- tcp-upper-client 127.0.0.1 12000
import { socket, AF_INET, SOCK_STREAM } from '#socket'

const host = process.argv[2] ?? '127.0.0.1'
const port = Number(process.argv[3] ?? 12000)

const line = await readLine()

// TODO: send `line` to the server at [host, port] and print its reply.
//
//   1. create a TCP socket
//   2. connect it to the server
//   3. send the line: sockets take bytes, `line` is text
//   4. receive the reply (at most 1024 bytes) and print it as text
//   5. close the socket
//
// Calls that wait return a Promise: put `await` in front of them.

/**
 * Reads one line from stdin. Nothing in here needs to be changed.
 *
 * It collects what arrives until there is a newline (or the input ends) and returns the text in front of it.
 * `break` out of `for await` also closes stdin: an open stdin would keep the process alive after your last line.
 */
async function readLine(): Promise<string> {
  let text = ''
  process.stdin.setEncoding('utf8')
  for await (const chunk of process.stdin) {
    text += chunk
    if (text.includes('\n')) break
  }
  return text.split(/\r?\n/, 1)[0] ?? ''
}
