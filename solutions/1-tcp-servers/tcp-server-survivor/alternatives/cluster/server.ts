// Two worker processes behind one port; the parent replaces those that end.
import cluster from 'node:cluster'
import { createServer } from 'node:net'

const port = Number(process.argv[2] ?? 12000)

if (cluster.isPrimary) {
  for (let n = 0; n < 2; n++) cluster.fork()
  cluster.on('exit', () => cluster.fork())
} else {
  createServer((connection) => {
    connection.on('data', (data) => connection.end(data.toString().toUpperCase()))
    connection.on('error', () => connection.destroy())
  }).listen(port)
}
