# One thread, many sockets, none of which is ever waited for: a buffer for each of them.
import selectors
import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000
LIMIT = 1024 * 1024

server = socket.create_server(('', port))
server.setblocking(False)
selector = selectors.DefaultSelector()
selector.register(server, selectors.EVENT_READ)


class Client:
    def __init__(self, connection):
        self.connection, self.incoming, self.outgoing, self.done = connection, b'', b'', False
        selector.register(connection, selectors.EVENT_READ, self)

    def read(self):
        data = self.connection.recv(8192)
        self.incoming += data
        self.done = not data
        while len(self.incoming) >= 4 and not self.done:
            end = 4 + int.from_bytes(self.incoming[:4], 'big')
            self.done = end > 4 + LIMIT
            if self.done or len(self.incoming) < end:
                break
            self.outgoing += self.incoming[:4] + self.incoming[4:end].upper()
            self.incoming = self.incoming[end:]

    def write(self):
        self.outgoing = self.outgoing[self.connection.send(self.outgoing) :]

    def ready(self, events):
        if events & selectors.EVENT_READ:
            self.read()
        if events & selectors.EVENT_WRITE:
            self.write()
        if self.outgoing:
            wanted = selectors.EVENT_WRITE | (0 if self.done else selectors.EVENT_READ)
            selector.modify(self.connection, wanted, self)
        elif self.done:
            selector.unregister(self.connection)
            self.connection.close()
        else:
            selector.modify(self.connection, selectors.EVENT_READ, self)


while True:
    for key, events in selector.select():
        if key.data is None:
            connection, address = server.accept()
            connection.setblocking(False)
            Client(connection)
        else:
            key.data.ready(events)
