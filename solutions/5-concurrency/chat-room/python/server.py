import queue
import re
import socket
import sys
import threading

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000

members = {}  # name -> the queue of lines that this member is still to get
lock = threading.Lock()  # around every look at `members`, and every change of it


def tell(line, but):
    """Puts a line into everybody's queue but one. Never waits: whoever reads nothing has a long queue, and misses it."""
    with lock:
        for name, lines in members.items():
            if name != but and lines.qsize() < 10_000:
                lines.put(line)


def write(connection, lines):
    """Sends one member its lines, in a thread of its own: if it reads slowly, only this thread waits."""
    try:
        for line in iter(lines.get, None):
            connection.sendall(f'{line}\n'.encode())
    except OSError:
        pass  # it is gone; the thread that reads notices, too


def enter(name):
    """Lets somebody in: the queue, and who was there before; or None when the name is bad or taken."""
    if not re.fullmatch('[A-Za-z0-9]{1,16}', name):
        return None
    with lock:  # looking whether it is free and taking it are one step
        if name in members:
            return None
        present = ', '.join(members)
        members[name] = queue.SimpleQueue()
        members[name].put(f'* present: {present}')
        return members[name]


def handle(connection):
    """Talks with one client until it has left."""
    name = lines = None
    try:
        with connection, connection.makefile(encoding='utf-8', errors='replace', newline='\n') as incoming:
            name = incoming.readline().rstrip('\r\n')
            lines = enter(name)
            if lines is None:
                connection.sendall(b'error: that name is bad or taken\n')
                return
            threading.Thread(target=write, args=(connection, lines), daemon=True).start()
            tell(f'* {name} joined', but=name)
            for line in incoming:
                text = line.rstrip('\r\n')
                tell(f'[{name}] {text}', but=name)
    except OSError as error:
        print(f'{name} is gone: {error}')  # that client's problem
    finally:
        if lines is not None:  # it was let in: only then anybody knows of it
            with lock:
                del members[name]
            tell(f'* {name} left', but=name)
            lines.put(None)  # ends the thread that writes


server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind(('', port))
server.listen(50)
print('listening on port', port)

while True:
    connection, address = server.accept()
    threading.Thread(target=handle, args=(connection,), daemon=True).start()
