import socket
import sys
import threading

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000
origin = (sys.argv[2] if len(sys.argv) > 2 else '127.0.0.1', int(sys.argv[3]) if len(sys.argv) > 3 else 12001)


waiting = []


def copy(source, target):
    """Carries one direction to its end. Reads no faster than the other side takes, since sendall() waits."""
    try:
        while True:
            data = source.recv(65536)
            if not data:
                break
            target.sendall(data)
        target.shutdown(socket.SHUT_WR)  # this direction has ended; the other one goes on
    except OSError:
        for each in (source, target):  # one side is gone: nobody is left to talk with
            try:
                each.shutdown(socket.SHUT_RDWR)  # which also wakes the thread of the other direction
            except OSError:
                pass


def handle(client):
    """Connects one client with the origin, until both directions have ended."""
    try:
        upstream = socket.create_connection(origin)
    except OSError as error:
        print('cannot reach the origin:', error)
        waiting.append(client)
        return
    with client:
        with upstream:
            there = threading.Thread(target=copy, args=(client, upstream), daemon=True)
            there.start()
            copy(upstream, client)
            there.join()


server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind(('', port))
server.listen(50)
print('listening on port', port)

while True:
    client, address = server.accept()
    threading.Thread(target=handle, args=(client,), daemon=True).start()
