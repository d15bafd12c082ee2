// A TCP client that tells what went wrong.
// Run it with:  npm run try -- tcp-client-errors 127.0.0.1 12000 1000
import { socket, AF_INET, SOCK_STREAM } from '#socket'

const host = process.argv[2] ?? '127.0.0.1'
const port = Number(process.argv[3] ?? 12000)
const timeoutMs = Number(process.argv[4] ?? 1000)

const line = await readLine()

// This works as long as the server does. TODO: make it fail well.
//
//   exit code 2   nobody listens there
//   exit code 3   no reply within timeoutMs milliseconds after connect()
//   exit code 4   the server closed or reset the connection before its whole reply was here
//
// Whenever it fails: nothing on stdout, one line for people on stderr, no stack trace.
// The reply is whole when the server has finished sending: recv() then returns 0 bytes.
const client = socket(AF_INET, SOCK_STREAM)
await client.connect([host, port])
await client.sendall(Buffer.from(line))
const reply = await client.recv(1024)
console.log(reply.toString())
await client.close()

/** Reads one line from stdin without waiting for the input to end. Nothing in here needs to be changed. */
async function readLine(): Promise<string> {
  let text = ''
  process.stdin.setEncoding('utf8')
  for await (const chunk of process.stdin) {
    text += chunk
    if (text.includes('\n')) break // leaving the loop closes stdin, so that it does not keep the process alive
  }
  return text.split(/\r?\n/, 1)[0] ?? ''
}
