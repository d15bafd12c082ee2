import { socket, AF_INET, SOCK_DGRAM } from '#socket'

const port = Number(process.argv[2] ?? 12000)

// Once:
// TODO 1. socket(): create a socket, IPv4 and UDP
// TODO 2. bind(): give it the port, so that clients know where to write

// For one datagram after another, for ever:
// TODO 3. recvfrom(): wait for a datagram; you get its bytes and the address of its sender
// TODO 4. sendto(): send the same bytes in upper case to that address, with the same socket

console.log(`TODO: nothing is bound to port ${port} yet`)
