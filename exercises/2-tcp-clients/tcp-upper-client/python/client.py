# A TCP client: sends one line to a server and prints the reply.
# Run it with:  npm run try -- tcp-upper-client 127.0.0.1 12000 --track python
import socket
import sys

host = sys.argv[1] if len(sys.argv) > 1 else '127.0.0.1'
port = int(sys.argv[2]) if len(sys.argv) > 2 else 12000

# One line, not the whole input: stdin may stay open for a long time.
line = sys.stdin.readline().rstrip('\r\n')

# TODO: send `line` to the server at (host, port) and print its reply.
#
#   1. create a TCP socket
#   2. connect it to the server
#   3. send the line: sockets take bytes, `line` is text
#   4. receive the reply (at most 1024 bytes) and print it as text
#   5. close the socket
