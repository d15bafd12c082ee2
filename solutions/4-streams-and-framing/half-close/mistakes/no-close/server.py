# Mistake: the connection is never closed.
import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000


def serve(connection):
    """Counts what the client sends until it has finished, and then tells it."""
    size, lines = 0, 0
    while True:
        data = connection.recv(65536)
        if not data:  # end of file: of this direction, not of the other one
            break
        size += len(data)
        lines += data.count(b'\n')
    connection.sendall(f'bytes={size} lines={lines}\n'.encode())


server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind(('', port))
server.listen(5)
print('listening on port', port)

connections = []
while True:
    connection, address = server.accept()
    connections.append(connection)
    try:
        serve(connection)
    except OSError as error:
        print(f'{address} left early: {error}')
