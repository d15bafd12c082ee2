/** Address family: IPv4. */
export const AF_INET = 2
/** Address family: IPv6. */
export const AF_INET6 = 10

/** TCP: a connection, a stream of bytes in order (tcp(7)). */
export const SOCK_STREAM = 1
/** UDP: single datagrams without a connection (udp(7)). */
export const SOCK_DGRAM = 2

/** shutdown(): nothing more will be received. */
export const SHUT_RD = 0
/** shutdown(): nothing more will be sent; the peer reads the end of the stream. */
export const SHUT_WR = 1
/** shutdown(): both directions. */
export const SHUT_RDWR = 2

/** setsockopt() level of the SO_ options (socket(7)). */
export const SOL_SOCKET = 1
/** Bind a port whose old connections are in TIME_WAIT. Node always sets it on TCP sockets. */
export const SO_REUSEADDR = 2
/** Allow a UDP socket to send to a broadcast address. */
export const SO_BROADCAST = 6
/** Bytes the kernel may hold of what was sent on a UDP socket. */
export const SO_SNDBUF = 7
/** Bytes that may wait to be received on a UDP socket. */
export const SO_RCVBUF = 8
/** Probe an idle TCP connection from time to time. */
export const SO_KEEPALIVE = 9

/** setsockopt() level of the TCP_ options (tcp(7)). */
export const IPPROTO_TCP = 6
/** Send small pieces at once instead of collecting them (Nagle's algorithm, RFC 896). */
export const TCP_NODELAY = 1

/** An address family. */
export type Family = typeof AF_INET | typeof AF_INET6
/** How a family is called in texts. */
export const familyNames: Record<Family, string> = { [AF_INET]: 'IPv4', [AF_INET6]: 'IPv6' }

/** Which direction shutdown() ends. */
export type How = typeof SHUT_RD | typeof SHUT_WR | typeof SHUT_RDWR
