# Mistake: close() is skipped when an error is thrown, and the list of guests keeps the socket alive.
import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000

server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind(('', port))
server.listen(128)

guests = {}

while True:
    connection, address = server.accept()
    guests[address] = connection
    try:
        data = connection.recv(1024)
        connection.sendall(data.upper())
        connection.close()
        del guests[address]
    except OSError as error:
        print(address, error)
