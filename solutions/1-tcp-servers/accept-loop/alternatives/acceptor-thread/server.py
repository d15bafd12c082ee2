# One thread accepts, another serves; a queue between them keeps the order.
import itertools
import queue
import socket
import sys
import threading

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


accepted = queue.Queue()


def accept_forever():
    while True:
        connection, address = server.accept()
        accepted.put(connection)


threading.Thread(target=accept_forever, daemon=True).start()
for n in itertools.count(1):
    handle(accepted.get(), n)
