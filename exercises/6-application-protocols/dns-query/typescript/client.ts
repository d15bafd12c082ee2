// Looks up a name: asks a name server for its IPv4 addresses, and prints them, one a line.
// Run it with:  npm run try -- dns-query 127.0.0.1 12000 www.example.com
import { socket, AF_INET, SOCK_DGRAM, SocketError } from '#socket'

const server = process.argv[2] ?? '127.0.0.1'
const port = Number(process.argv[3] ?? 12000)
const name = process.argv[4] ?? 'www.example.com'

// TODO: ask the name server at [server, port] for the addresses of `name`.
//
//   1. build the query: a header of six 16-bit numbers, the name as labels, QTYPE 1 and QCLASS 1
//      header.writeUInt16BE(1, 4) writes the number 1 as the bytes 4 and 5
//   2. send it with a random ID, and wait for the reply with this ID, for one second;
//      when none comes, send it once more; when none comes then either, exit with 2
//   3. look at the RCODE: when it is 3 there is no such name: exit with 1
//   4. go through the records of the answer, and print the address in each one of type 1;
//      reply.readUInt16BE(offset) reads a 16-bit number
//
// client.settimeout(1000) limits every wait to one second; then recvfrom() throws a SocketError
// whose `code` is 'ETIMEDOUT'.
