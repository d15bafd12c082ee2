# The answer leaves in two halves.
import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000

server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind(('', port))
server.listen(5)

while True:
    connection, address = server.accept()
    reply = connection.recv(1024).upper()
    middle = len(reply) // 2
    connection.sendall(reply[:middle])
    connection.sendall(reply[middle:])
    connection.close()
