# Closes nothing after an error: CPython does, as soon as no name holds the connection any more.
import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000

server = socket.create_server(('', port))


def serve_next():
    connection, address = server.accept()
    data = connection.recv(1024)
    connection.sendall(data.upper())
    connection.close()


while True:
    try:
        serve_next()
    except Exception as error:
        print('lost one:', error)
