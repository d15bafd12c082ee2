import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000


def handle(connection):
    try:
        while data := connection.recv(65536):
            connection.sendall(data)
    except OSError as error:
        print(error)
    finally:
        connection.close()


server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind(('', port))
server.listen(50)

while True:
    connection, address = server.accept()
    handle(connection)
