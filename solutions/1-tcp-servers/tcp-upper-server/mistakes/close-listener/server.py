# Mistake: the listening socket is closed instead of the connection socket.
import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000

server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind(('', port))
server.listen(5)

while True:
    connection, address = server.accept()
    data = connection.recv(1024)
    connection.sendall(data.upper())
    server.close()
