# Waits with a selector for the listening socket, which never blocks, and takes all who wait.
import selectors
import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000

server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind(('', port))
server.listen(100)
server.setblocking(False)

n = 0
with selectors.DefaultSelector() as selector:
    selector.register(server, selectors.EVENT_READ)
    while True:
        selector.select()
        while True:
            try:
                connection, address = server.accept()
            except BlockingIOError:
                break
            n += 1
            with connection:
                connection.setblocking(True)
                try:
                    connection.sendall(f'welcome {n}\n'.encode())
                except OSError as error:
                    print(f'client {n} got no greeting: {error}')
