# One thread for all: a buffer in each direction for each connection, kept with its key.
import selectors
import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000
READ, WRITE = selectors.EVENT_READ, selectors.EVENT_WRITE

selector = selectors.DefaultSelector()
server = socket.create_server(('', port))
server.setblocking(False)
selector.register(server, READ)


def read(connection, state):
    data = connection.recv(2048)
    state['finished'] = not data
    *lines, state['in'] = (state['in'] + data).split(b'\n')
    for line in lines:
        state['out'] += line.rstrip(b'\r').upper() + b'\n'


def write(connection, state):
    sent = connection.send(state['out'])
    state['out'] = state['out'][sent:]


while True:
    for key, events in selector.select():
        if key.fileobj is server:
            connection, _ = server.accept()
            connection.setblocking(False)
            selector.register(connection, READ, {'in': b'', 'out': b'', 'finished': False})
            continue
        connection, state = key.fileobj, key.data
        try:
            if events & READ:
                read(connection, state)
            if state['out']:
                write(connection, state)
        except OSError:
            state['finished'], state['out'] = True, b''
        if state['finished'] and not state['out']:
            selector.unregister(connection)
            connection.close()
        else:
            wanted = (0 if state['finished'] else READ) | (WRITE if state['out'] else 0)
            selector.modify(connection, wanted, state)
