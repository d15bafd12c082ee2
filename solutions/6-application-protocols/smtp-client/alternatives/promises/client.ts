// Node:net with one regular expression for a whole reply.
import { connect } from 'net'
import { once } from 'events'
const [host, port, from, to] = process.argv.slice(2)
let all = ''
process.stdin.setEncoding('utf8')
process.stdin.on('data', (d) => (all += d))
process.stdin.on('end', main)
async function main() {
  const s = connect({ host, port: +port! })
  s.setEncoding('utf8')
  await once(s, 'connect')
  let buf = ''
  const reply = async (): Promise<string> => {
    for (;;) {
      const m = /^(?:\d{3}-[^\r\n]*\r\n)*(\d{3}) [^\r\n]*\r\n/.exec(buf)
      if (m) {
        buf = buf.slice(m[0].length)
        return m[1]!
      }
      const [d] = await once(s, 'data')
      buf += d
    }
  }
  const talk = async (line: string) => {
    s.write(line)
    s.write('\r\n')
    return reply()
  }
  try {
    if ((await reply()) !== '220') throw 1
    if ((await talk('HELO laptop')) !== '250') throw 2
    if ((await talk(`MAIL FROM:<${from}>`)) !== '250') throw 3
    if ((await talk(`RCPT TO:<${to}>`)) !== '250') throw 4
    if ((await talk('DATA')) !== '354') throw 5
    const lines = all.split(/\r\n|\n/)
    if (lines[lines.length - 1] === '') lines.pop()
    for (const l of lines) s.write((l[0] === '.' ? '.' : '') + l + '\r\n')
    if ((await talk('.')) !== '250') throw 6
    await talk('QUIT')
    s.destroy()
  } catch (e) {
    console.log('failed at', e)
    s.destroy()
    process.exit(Number(e) || 1)
  }
}
