// A mail client: hands one mail over to a mail server. The text of the mail comes on standard input.
// Run it with:  npm run -s try -- smtp-client 127.0.0.1 12000 ada@example.com bob@example.org < mail.txt
import { socket, AF_INET, SOCK_STREAM } from '#socket'

const host = process.argv[2] ?? '127.0.0.1'
const port = Number(process.argv[3] ?? 12000)
const sender = process.argv[4] ?? 'ada@example.com'
const recipient = process.argv[5] ?? 'bob@example.org'

// The whole mail, as bytes. Its lines end in LF or in CR LF, and the last one may have no end.
const chunks: Buffer[] = []
for await (const chunk of process.stdin) chunks.push(chunk)
const text = Buffer.concat(chunks)

// TODO: hand the mail over to the mail server at [host, port].
//
//   1. connect a TCP socket, and read the server's greeting
//   2. send HELO, MAIL FROM, RCPT TO and DATA, each with CR LF ('\r\n') behind it, and each only when you have
//      read the whole reply to the one before; a reply may have several lines
//   3. send the mail, every line with CR LF, and then the line with the dot
//   4. send QUIT, and close the socket
//
// Whenever a reply says no: end with an exit code other than 0, as an error that nobody catches does.
// Calls that wait return a Promise: put `await` in front of them.
