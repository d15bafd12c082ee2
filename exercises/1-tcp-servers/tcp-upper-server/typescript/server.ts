import { socket, AF_INET, SOCK_STREAM } from '#socket'

const port = Number(process.argv[2] ?? 12000)

// Once:
// TODO 1. socket(): create the listening socket, IPv4 and TCP
// TODO 2. bind(): give it the port
// TODO 3. listen(): from here on clients can connect

// For one client after another, for ever:
// TODO 4. accept(): wait for a client and get the connection socket
// TODO 5. recv(): read what the client sent, at most 1024 bytes
// TODO 6. send(): answer the same bytes in upper case
// TODO 7. close(): close the connection socket

console.log(`TODO: nothing listens on port ${port} yet`)
