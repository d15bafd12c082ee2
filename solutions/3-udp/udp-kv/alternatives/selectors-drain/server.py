# Waits for readiness, takes everything that is there, and only then stores and answers.
import selectors
import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000

server_socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server_socket.bind(('', port))
server_socket.setblocking(False)

selector = selectors.DefaultSelector()
selector.register(server_socket, selectors.EVENT_READ)
contents = []  # pairs, the newest first

while True:
    selector.select()
    batch = []
    try:
        while True:
            batch.append(server_socket.recvfrom(1024))
    except BlockingIOError:
        pass
    for data, client_address in batch:
        pieces = data.split(b'=')
        key, value = pieces[0], b'='.join(pieces[1:])
        if len(pieces) > 1:
            contents.insert(0, (key, value))
            continue
        found = b'1' if key == b'version' else next((kept for name, kept in contents if name == key), b'')
        server_socket.sendto(b'='.join([key, found]), client_address)
