import * as S from '#socket'
import { readFile, realpath } from 'node:fs/promises'
const [port, root] = [Number(process.argv[2]), await realpath(process.argv[3]!)]
const server = S.socket(S.AF_INET, S.SOCK_STREAM)
server.bind(['127.0.0.1', port])
await server.listen(1)
for (;;) {
  const [conn] = await server.accept()
  let text = ''
  for (;;) {
    const part = await conn.recv(3)
    text += part.toString('latin1')
    if (part.length === 0 || text.endsWith('\r\n\r\n')) break
  }
  try {
    if (text === '') throw new Error('nothing')
    const [a, b] = text.split(' ')
    let answer: Buffer
    if (a === 'GET') {
      const path = await realpath(root + '/' + b).catch(() => '')
      answer = path.startsWith(root + '/')
        ? Buffer.concat([Buffer.from('HTTP/1.0 200\r\n\r\n'), await readFile(path)])
        : Buffer.from('HTTP/1.0 404 What\r\n\r\nwhat\r\n')
    } else answer = Buffer.from('HTTP/1.0 400 What\r\n\r\n')
    for (let i = 0; i < answer.length; i += 200) await conn.send(answer.subarray(i, i + 200))
  } catch (e) {
    console.log(e)
  }
  await conn.close()
}
