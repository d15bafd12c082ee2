import socket
import sys
import threading

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000

# TODO 1. who is in the room? All threads share it, so a Lock belongs around every look at it and every change of it
lock = threading.Lock()


def tell(line, but):
    """Sends a line to every member but the one of this name."""
    # TODO 3. nobody may wait for a member who does not read, and nobody may fail because another one is gone


def lines_from(connection):
    """The lines of a client as they become complete, without CR and LF."""
    buffer = b''
    while True:
        data = connection.recv(4096)
        if not data:
            return
        buffer += data
        while b'\n' in buffer:
            line, buffer = buffer.split(b'\n', 1)
            yield line.decode('utf-8', 'replace').rstrip('\r')


def handle(connection):
    """Talks with one client until it has left. Runs in a thread of its own."""
    try:
        for line in lines_from(connection):
            print('TODO: nobody hears', line)
            # TODO 2. the first line is its name: refuse it, or let it in, and tell those whom it concerns
            # TODO 4. every other line is for all others
    except OSError as error:
        print('a client is gone:', error)
    finally:
        # TODO 5. if it had been let in, it has left now: who must be told, and what is free again?
        connection.close()


server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind(('', port))
server.listen(50)

while True:
    connection, address = server.accept()
    threading.Thread(target=handle, args=(connection,), daemon=True).start()
