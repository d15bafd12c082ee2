# It keeps every piece and counts once, at the end of the stream.
import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000

server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind(('127.0.0.1', port))
server.listen()

while True:
    connection, address = server.accept()
    data = b''.join(iter(lambda: connection.recv(1 << 20), b''))
    connection.sendall(b'bytes=%d lines=%d\n' % (len(data), len(data.split(b'\n')) - 1))
    connection.close()
