// A UDP client: sends one line in one datagram and prints the reply.
// Run it with:  npm run try -- udp-upper-client 127.0.0.1 12000
import { socket, AF_INET, SOCK_DGRAM } from '#socket'

const host = process.argv[2] ?? '127.0.0.1'
const port = Number(process.argv[3] ?? 12000)

const line = await readLine()

// TODO: send `line` to the server at [host, port] and print its reply.
//
//   1. create a UDP socket
//   2. send the whole line in one datagram: sockets take bytes, `line` is text
//   3. wait for the reply (at most 2048 bytes) and print it as text
//   4. close the socket
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
