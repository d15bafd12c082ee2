# One thread, many sockets, none of which waits; whoever fails is forgotten.
import selectors
import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000

server = socket.create_server(('', port))
server.setblocking(False)

selector = selectors.DefaultSelector()
selector.register(server, selectors.EVENT_READ)
while True:
    for key, _ in selector.select():
        if key.fileobj is server:
            try:
                connection, address = server.accept()
            except OSError:
                continue  # gone before it was accepted
            connection.setblocking(False)
            selector.register(connection, selectors.EVENT_READ)
            continue
        connection = key.fileobj
        selector.unregister(connection)
        try:
            connection.sendall(connection.recv(1024).upper())
        except OSError as error:
            print(error)
        connection.close()
