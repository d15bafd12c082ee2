import queue
import re
import socket
import sys
import threading

members = {}


def tell(line, but=None):
    for name, lines in list(members.items()):
        if name != but:
            lines.put(line)


def talk(name, reader):
    try:
        for line in reader:
            tell(f'[{name}] ' + line.rstrip('\r\n'), name)
    except OSError:
        pass
    members.pop(name)
    tell(f'* {name} left')


def write(connection, lines):
    try:
        while True:
            connection.sendall(lines.get().encode() + b'\n')
    except OSError:
        pass


server = socket.create_server(('', int(sys.argv[1]) if len(sys.argv) > 1 else 12000))
while True:
    connection, _ = server.accept()
    reader = connection.makefile('r', encoding='latin-1', newline='\n')
    name = reader.readline().rstrip('\r\n')
    if not re.fullmatch('[A-Za-z0-9]{1,16}', name) or name in members:
        connection.sendall(b'error\n')
        reader.close()
        connection.close()
        continue
    connection.sendall(f"* present: {', '.join(members)}\n".encode())
    tell(f'* {name} joined')
    members[name] = queue.SimpleQueue()
    threading.Thread(target=write, args=(connection, members[name]), daemon=True).start()
    threading.Thread(target=talk, args=(name, reader), daemon=True).start()
