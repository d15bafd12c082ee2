import selectors
import socket
import sys

selector = selectors.DefaultSelector()
limit = 256 * 1024


class End:
    """One side of a relay: what it is still to get, and how far it has come."""

    def __init__(self, sock):
        self.sock = sock
        self.out = bytearray()
        self.ended = False  # it sends no more
        self.finished = False  # we have told it that the other one sends no more
        sock.setblocking(False)

    def watch(self):
        wanted = 0
        if not self.ended and len(self.other.out) < limit:
            wanted |= selectors.EVENT_READ
        if self.out:
            wanted |= selectors.EVENT_WRITE
        if self.sock in selector.get_map():
            if wanted:
                selector.modify(self.sock, wanted, self)
            else:
                selector.unregister(self.sock)
        elif wanted:
            selector.register(self.sock, wanted, self)

    def turn(self, events):
        if events & selectors.EVENT_READ:
            data = self.sock.recv(65536)
            if data:
                self.other.out += data
            else:
                self.ended = True
        if events & selectors.EVENT_WRITE and self.out:
            del self.out[: self.sock.send(self.out)]


def serve(end, events):
    other = end.other
    try:
        end.turn(events)
        for each in (end, other):
            if each.other.ended and not each.out and not each.finished:
                each.finished = True
                each.sock.shutdown(socket.SHUT_WR)
        if end.finished and other.finished:
            raise ConnectionError('both have finished')
        end.watch()
        other.watch()
    except OSError:
        for each in (end, other):
            if each.sock in selector.get_map():
                selector.unregister(each.sock)
            each.sock.close()


server = socket.create_server(('', int(sys.argv[1])))
selector.register(server, selectors.EVENT_READ)
while True:
    for key, events in selector.select():
        if key.fileobj is not server:
            if key.fileobj in selector.get_map():
                serve(key.data, events)
            continue
        client, _ = server.accept()
        try:
            upstream = socket.create_connection((sys.argv[2], int(sys.argv[3])))
        except OSError as error:
            print(error)
            client.close()
            continue
        a, b = End(client), End(upstream)
        a.other, b.other = b, a
        a.watch()
        b.watch()
