# A file of bytes around the connection: readline() buffers, and keeps what it has read ahead.
import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000

server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind(('127.0.0.1', port))
server.listen(1)
while True:
    connection, address = server.accept()
    with connection, connection.makefile('rb') as lines:
        for line in lines:
            connection.sendall(line.rstrip(b'\r\n').upper() + b'\r\n')  # a last line without LF is answered, too
