# Mistake: n is never increased, so every client is told that it is the first.
import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000

server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # so that a restart finds the port free
server.bind(('', port))
server.listen(100)
print('listening on port', port)


def handle(connection, n):
    """Greets client number n and closes its connection."""
    try:
        connection.sendall(f'welcome {n}\n'.encode())
    except OSError as error:
        print(f'client {n} got no greeting: {error}')  # it may have left already
    finally:
        connection.close()


n = 1
while True:
    connection, address = server.accept()
    handle(connection, n)
