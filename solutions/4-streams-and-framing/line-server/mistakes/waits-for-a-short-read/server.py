import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000


SIZE = 1024


def receive_all(connection):
    data = b''
    while True:
        part = connection.recv(SIZE)
        data += part
        if len(part) < SIZE:  # less than there is room for: that was all
            return data


def serve(connection):
    buffer = b''
    while True:
        data = receive_all(connection)
        if not data:
            return
        buffer += data
        while b'\n' in buffer:
            line, buffer = buffer.split(b'\n', 1)
            connection.sendall(line.removesuffix(b'\r').upper() + b'\n')


server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind(('', port))
server.listen()
while True:
    connection, address = server.accept()
    serve(connection)
    connection.close()
