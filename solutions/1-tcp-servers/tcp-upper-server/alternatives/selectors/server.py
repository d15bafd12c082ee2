# One thread, many sockets: a selector tells which of them can be read without waiting.
import selectors
import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000

server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind(('', port))
server.listen(5)
server.setblocking(False)

selector = selectors.DefaultSelector()
selector.register(server, selectors.EVENT_READ)
while True:
    for key, _ in selector.select():
        if key.fileobj is server:
            connection, address = server.accept()
            selector.register(connection, selectors.EVENT_READ)
        else:
            connection = key.fileobj
            selector.unregister(connection)
            connection.sendall(connection.recv(1024).upper())
            connection.close()
