// Node:net, and node:readline over the socket.
import net from 'node:net'
import { createInterface } from 'node:readline'
import { readFileSync } from 'node:fs'
const [, , host, port, from, to] = process.argv
const text = readFileSync(0, 'utf8').replace(/\r\n/g, '\n').replace(/\n$/, '')
const sock = net.connect(Number(port), host)
const steps = [
  'HELO me',
  `MAIL FROM:<${from}>`,
  `RCPT TO:<${to}>`,
  'DATA',
  text
    .split('\n')
    .map((l) => l.replace(/^\./, '..'))
    .join('\r\n') + '\r\n.',
  'QUIT',
]
let i = 0
createInterface({ input: sock }).on('line', (line) => {
  console.log('<', line)
  if (/^\d\d\d-/.test(line)) return
  if (Number(line[0]) >= 4) {
    process.exitCode = 1
    sock.end('QUIT\r\n')
    return
  }
  const next = steps[i++]
  if (next === undefined) sock.end()
  else sock.write(next + '\r\n')
})
sock.on('error', (e) => {
  console.error(e.message)
  process.exitCode = 1
})
