import { createServer, type Socket } from 'node:net'
import { createInterface } from 'node:readline'

const port = Number(process.argv[2] ?? 12000)
const people: { name: string; socket: Socket }[] = []

const others = (me: Socket) => people.filter(({ socket }) => socket !== me)
const tell = (me: Socket, text: string) => others(me).forEach(({ socket }) => socket.write(text + '\n'))

createServer((socket) => {
  let name = ''
  socket.on('close', () => {
    const at = people.findIndex((each) => each.socket === socket)
    if (at === -1) return
    people.splice(at, 1)
    tell(socket, `* ${name} left`)
  })
  createInterface({ input: socket, crlfDelay: Infinity }).on('line', (line) => {
    if (name) return tell(socket, `[${name}] ${line}`)
    if (!/^[a-z0-9]{1,16}$/i.test(line) || people.some((each) => each.name === line)) {
      socket.end('error: no\n')
      return
    }
    name = line
    socket.write(
      `* present:${others(socket).length > 0 ? ' ' : ''}${others(socket)
        .map((each) => each.name)
        .join(', ')}\n`,
    )
    people.push({ name, socket })
    tell(socket, `* ${name} joined`)
  })
}).listen(port, () => console.log('up'))
