import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000


def serve(connection):
    buffer = b''
    while True:
        data = connection.recv(4096)
        if not data:
            # What is left is a line without its LF: but is anything left?
            connection.sendall(buffer.upper() + b'\n')
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
