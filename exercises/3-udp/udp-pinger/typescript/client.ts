// A UDP pinger: sends COUNT pings and says what became of each.
// Run it with:  npm run try -- udp-pinger 127.0.0.1 12000 10
import { socket, AF_INET, SOCK_DGRAM, SocketError } from '#socket'

const host = process.argv[2] ?? '127.0.0.1'
const port = Number(process.argv[3] ?? 12000)
const count = Number(process.argv[4] ?? 10)

// TODO: for seq from 1 to count, one ping after the other:
//
//   1. note the time and send the datagram `Ping <seq> <time>` to [host, port]
//   2. wait for the reply that has this number in it, for one second at most;
//      other replies may arrive meanwhile, and they do not lengthen the second
//   3. print `seq=<seq> rtt=<x> ms` or `seq=<seq> timeout`
//
// Then print `sent=<n> received=<n> lost=<p>%`, and close the socket.
//
// performance.now() returns milliseconds; settimeout() takes milliseconds, and recvfrom()
// throws a SocketError whose `code` is 'ETIMEDOUT' when they have passed.
