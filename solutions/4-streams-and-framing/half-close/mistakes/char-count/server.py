# Mistake: it counts characters.
import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000


def serve(connection):
    """Counts what the client sends until it has finished, and then tells it."""
    whole = b''
    while True:
        data = connection.recv(65536)
        if not data:  # end of file: of this direction, not of the other one
            break
        whole += data
    text = whole.decode()
    size, lines = len(text), text.count('\n')
    connection.sendall(f'bytes={size} lines={lines}\n'.encode())


server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind(('', port))
server.listen(5)
print('listening on port', port)

while True:
    connection, address = server.accept()
    try:
        serve(connection)
    except OSError as error:
        print(f'{address} left early: {error}')
    finally:
        connection.close()
