// node:net and callbacks; the exit code is set, and the program ends when nothing is left to do.
import { createConnection } from 'node:net'
import { createInterface } from 'node:readline'

const [host = '127.0.0.1', port = '12000', timeout = '1000'] = process.argv.slice(2)

const lines = createInterface({ input: process.stdin })

lines.once('line', (line) => {
  lines.close()
  let reply = ''
  let over = false
  const client = createConnection({ host, port: Number(port) })
  client.setEncoding('utf8')
  const timer = setTimeout(() => fail(3, 'the server takes too long'), Number(timeout))

  const fail = (code: number, sentence: string) => {
    if (over) return
    over = true
    clearTimeout(timer)
    client.destroy()
    process.exitCode = code
    console.error(sentence)
  }

  client.on('connect', () => client.write(line))
  client.on('data', (piece) => (reply += piece))
  client.on('error', (error: NodeJS.ErrnoException) =>
    fail(error.code === 'ECONNREFUSED' ? 2 : 4, error.message),
  )
  client.on('end', () => {
    if (reply === '') return fail(4, 'the server left without a word')
    over = true
    clearTimeout(timer)
    console.log(reply)
  })
})
