// node:net: a stream piped into another waits for its reader by itself.
import { connect } from 'node:net'

const [host = '127.0.0.1', port = '12000', path = '/'] = process.argv.slice(2)

const client = connect(Number(port), host)
client.end(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)
client.pipe(process.stdout)
