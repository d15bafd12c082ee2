import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000


def serve(connection):
    buffer = b''
    while True:
        data = connection.recv(4096)
        if not data:
            return
        # Of every kind of line end makes the same one: in a piece of a stream, whose CR may be the last byte.
        buffer += data.replace(b'\r\n', b'\n').replace(b'\r', b'\n')
        while b'\n' in buffer:
            line, buffer = buffer.split(b'\n', 1)
            connection.sendall(line.upper() + b'\n')


server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind(('', port))
server.listen()
while True:
    connection, address = server.accept()
    serve(connection)
    connection.close()
