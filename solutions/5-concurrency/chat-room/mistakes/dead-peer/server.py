import re
import select
import socket
import sys

server = socket.create_server(('', int(sys.argv[1]) if len(sys.argv) > 1 else 12000))
buffers = {}
members = {}  # connection -> name


def tell(line, sender):
    for connection in list(members):
        if connection is not sender:
            try:
                connection.send(f'{line}\n'.encode())
            except BlockingIOError:
                pass  # it does not read, and misses this


def on_line(connection, text):
    if connection in members:
        tell(f'[{members[connection]}] {text}', connection)
    elif re.fullmatch('[A-Za-z0-9]{1,16}', text) and text not in members.values():
        connection.send(f"* present: {', '.join(members.values())}\n".encode())
        members[connection] = text
        tell(f'* {text} joined', connection)
    else:
        connection.send(b'error\n')
        leave(connection)


def leave(connection):
    name = members.pop(connection, None)
    buffers.pop(connection, None)
    connection.close()
    if name is not None:
        try:
            tell(f'* {name} left', connection)
        except OSError:
            pass


def turn(connection):
    data = connection.recv(4096)
    if not data:
        return leave(connection)
    buffers[connection] += data
    while b'\n' in buffers.get(connection, b''):
        line, buffers[connection] = buffers[connection].split(b'\n', 1)
        on_line(connection, line.decode('latin-1').rstrip('\r'))


while True:
    for ready in select.select([server, *buffers], [], [])[0]:
        if ready is server:
            connection, _ = server.accept()
            connection.setblocking(False)
            buffers[connection] = b''
        elif ready in buffers:
            try:
                turn(ready)
            except OSError as error:  # of this client? or of the one that this client's words were sent to?
                print(error)
                leave(ready)
