import re
import socket
import sys
import threading
from queue import SimpleQueue

members = {}


def tell(line, but=None):
    for name, lines in list(members.items()):
        if name != but:
            lines.put(line)


def write(connection, lines):
    while True:
        connection.sendall(lines.get().encode() + b'\n')


def handle(connection):
    file = connection.makefile('r', encoding='latin-1', newline='\n')
    name = file.readline().rstrip('\r\n')
    if not re.fullmatch('[A-Za-z0-9]{1,16}', name) or name in members:
        connection.sendall(b'error\n')
        file.close()
        connection.close()
        return
    connection.sendall(f"* present: {', '.join(members)}\n".encode())
    tell(f'* {name} joined')
    members[name] = SimpleQueue()
    threading.Thread(target=write, args=(connection, members[name]), daemon=True).start()
    for line in file:
        tell(f'[{name}] ' + line.rstrip('\r\n'), name)
    members.pop(name)
    tell(f'* {name} left')


server = socket.create_server(('', int(sys.argv[1]) if len(sys.argv) > 1 else 12000))
while True:
    connection, _ = server.accept()
    threading.Thread(target=handle, args=(connection,), daemon=True).start()
