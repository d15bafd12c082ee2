# The connection as an unbuffered file: read(1024) is recv(1024), write() is send().
import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000

server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind(('', port))
server.listen(5)

while True:
    connection, address = server.accept()
    with connection, connection.makefile('rwb', buffering=0) as stream:
        stream.write(stream.read(1024).upper())
