import selectors
import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000

selector = selectors.DefaultSelector()
server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind(('', port))
server.listen(50)
selector.register(server, selectors.EVENT_READ)
waiting = {}  # what each client is still to get


def talk(connection, events):
    if events & selectors.EVENT_WRITE:
        sent = connection.send(waiting[connection])
        waiting[connection] = waiting[connection][sent:]
    elif events & selectors.EVENT_READ:
        data = connection.recv(65536)
        if not data:
            selector.unregister(connection)
            connection.close()
            return
        waiting[connection] = data
    more = selectors.EVENT_WRITE if waiting[connection] else selectors.EVENT_READ
    selector.modify(connection, more)


while True:
    for key, events in selector.select():
        if key.fileobj is server:
            connection, address = server.accept()
            connection.setblocking(False)
            waiting[connection] = b''
            selector.register(connection, selectors.EVENT_READ)
        else:
            talk(key.fileobj, events)
