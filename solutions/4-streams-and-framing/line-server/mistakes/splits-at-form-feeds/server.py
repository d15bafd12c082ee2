import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000


def serve(connection):
    buffer = b''
    while True:
        data = connection.recv(4096)
        if not data:
            return
        buffer += data
        end = buffer.rfind(b'\n') + 1
        complete, buffer = buffer[:end].decode(), buffer[end:]
        # For splitlines() of a str a form feed ends a line, too, and so do seven others.
        for line in complete.splitlines():
            connection.sendall(line.upper().encode() + b'\n')


server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind(('', port))
server.listen()
while True:
    connection, address = server.accept()
    serve(connection)
    connection.close()
