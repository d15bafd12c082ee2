# A UDP client: sends one line in one datagram and prints the reply.
# Run it with:  npm run try -- udp-upper-client 127.0.0.1 12000 --track python
import socket
import sys

host = sys.argv[1] if len(sys.argv) > 1 else '127.0.0.1'
port = int(sys.argv[2]) if len(sys.argv) > 2 else 12000

# One line, not the whole input: stdin may stay open for a long time.
line = sys.stdin.readline().rstrip('\r\n')

# TODO: send `line` to the server at (host, port) and print its reply.
#
#   1. create a UDP socket
#   2. send the whole line in one datagram: sockets take bytes, `line` is text
#   3. wait for the reply (at most 2048 bytes) and print it as text
#   4. close the socket
