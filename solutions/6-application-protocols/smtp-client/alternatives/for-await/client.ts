// Node:net as an asynchronous iterable, the mail in one write.
import * as net from 'net'
const [host, port, from, to] = process.argv.slice(2) as [string, string, string, string]
const input = await new Response(process.stdin as never).text()
const socket = net.createConnection({ host, port: Number(port), family: 4 })
const body = input
  .replaceAll('\r\n', '\n')
  .replace(/\n?$/, '\n')
  .replaceAll('\n', '\r\n')
  .replace(/(^|\r\n)\./g, '$1..')
const say = ['HELO a.b', `MAIL FROM:<${from}>`, `RCPT TO:<${to}>`, 'DATA', body + '.', 'QUIT']
const want = ['220', '250', '250', '250', '354', '250', '221']
let buffer = ''
outer: for await (const chunk of socket) {
  buffer += chunk
  let m
  while ((m = buffer.match(/^(.*)\r\n/))) {
    buffer = buffer.slice(m[0].length)
    if (m[1]![3] === '-') continue
    if (!m[1]!.startsWith(want.shift()!)) {
      process.exitCode = 1
      break outer
    }
    const next = say.shift()
    if (next === undefined) break outer
    socket.write(next + '\r\n')
  }
}
