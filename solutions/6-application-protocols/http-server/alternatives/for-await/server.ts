import { socket, AF_INET, SOCK_STREAM } from '#socket'
import { existsSync, readFileSync, statSync } from 'node:fs'

const listener = socket(AF_INET, SOCK_STREAM)
listener.bind(['127.0.0.1', Number(process.argv[2])])
await listener.listen()

const served = (name: string) => {
  const inside = name.split('/').every((part) => part !== '..' && !part.includes('%'))
  const path = `${process.argv[3]}/${name}`
  return inside && existsSync(path) && statSync(path).isFile() ? readFileSync(path) : null
}

// One client after the other, and each response in two sends.
for await (const [client] of listener) {
  let head = Buffer.alloc(0)
  while (!head.includes('\r\n\r\n')) {
    const data = await client.recv(10)
    if (data.length === 0) break
    head = Buffer.concat([head, data])
  }
  const request = /^GET \/*(\S+) HTTP\/1/.exec(head.toString())
  const body = request === null ? null : served(request[1] ?? '')
  const say = (text: string) => client.sendall(Buffer.from(text))
  try {
    if (request === null) await say('HTTP/1.1 400 Bad Request\r\nConnection: Close\r\n\r\n')
    else if (body === null) await say('HTTP/1.1 404 Not Found\r\nContent-Length: 3\r\n\r\nno\n')
    else {
      await say(`HTTP/1.1 200 OK\r\nETag: "1"\r\ncontent-length:   ${body.length}  \r\n\r\n`)
      await client.sendall(body)
    }
  } catch (error) {
    console.log(error)
  }
  await client.close()
}
