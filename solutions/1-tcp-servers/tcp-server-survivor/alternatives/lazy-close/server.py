# Answers until the client has closed, one client after another, with the shortest queue there is.
import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000

server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind(('', port))
server.listen(1)

while True:
    connection, address = server.accept()
    with connection:
        try:
            while data := connection.recv(1024):
                connection.sendall(data.upper())
        except OSError as error:
            print(address, error)
