import selectors
import socket
import sys

selector = selectors.DefaultSelector()


class Client:
    """One connection: what it is still to get, and whether it has finished."""

    def __init__(self, connection):
        self.connection = connection
        self.waiting = b''
        self.finished = False
        connection.setblocking(False)
        selector.register(connection, selectors.EVENT_READ, self.ready)

    def ready(self, events):
        try:
            if events & selectors.EVENT_READ:
                data = self.connection.recv(16384)
                self.finished = not data
                self.waiting += data
            if self.waiting and events & selectors.EVENT_WRITE:
                sent = self.connection.send(self.waiting)
                self.waiting = self.waiting[sent:]
        except OSError:
            return self.leave()
        if self.waiting:  # nothing is read before the client has taken what is there
            selector.modify(self.connection, selectors.EVENT_WRITE, self.ready)
        elif self.finished:
            self.leave()
        else:
            selector.modify(self.connection, selectors.EVENT_READ, self.ready)

    def leave(self):
        selector.unregister(self.connection)
        self.connection.close()


server = socket.create_server(('', int(sys.argv[1]) if len(sys.argv) > 1 else 12000))
selector.register(server, selectors.EVENT_READ, lambda _: Client(server.accept()[0]))
while True:
    for key, events in selector.select():
        key.data(events)
