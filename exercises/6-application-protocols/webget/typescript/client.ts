// A web client: fetches one page and writes the response as it came to standard output.
// Run it with:  npm run try -- webget 127.0.0.1 12000 /index.html
import { socket, AF_INET, SOCK_STREAM } from '#socket'

const host = process.argv[2] ?? '127.0.0.1'
const port = Number(process.argv[3] ?? 12000)
const path = process.argv[4] ?? '/'

// TODO: ask the web server at [host, port] for `path`, and write its response to standard output.
//
//   1. connect a TCP socket to the server
//   2. send the request: its first line, the headers Host and Connection, and an empty line.
//      Each of these lines ends in CR LF ('\r\n').
//   3. receive until the server has finished, and write the bytes of each recv() as they are.
//      console.log() is for text; bytes go out with process.stdout.write(data)
//   4. close the socket
//
// Calls that wait return a Promise: put `await` in front of them.
