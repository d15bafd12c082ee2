# A TCP client that tells what went wrong.
# Run it with:  npm run try -- tcp-client-errors 127.0.0.1 12000 1000 --track python
import socket
import sys

host = sys.argv[1] if len(sys.argv) > 1 else '127.0.0.1'
port = int(sys.argv[2]) if len(sys.argv) > 2 else 12000
timeout_ms = int(sys.argv[3]) if len(sys.argv) > 3 else 1000

line = sys.stdin.readline().rstrip('\r\n')

# This works as long as the server does. TODO: make it fail well.
#
#   exit code 2   nobody listens there
#   exit code 3   no reply within timeout_ms milliseconds after connect()
#   exit code 4   the server closed or reset the connection before its whole reply was here
#
# Whenever it fails: nothing on stdout, one line for people on stderr, no stack trace.
# The reply is whole when the server has finished sending: recv() then returns 0 bytes.
client = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
client.connect((host, port))
client.sendall(line.encode())
reply = client.recv(1024)
print(reply.decode())
client.close()
