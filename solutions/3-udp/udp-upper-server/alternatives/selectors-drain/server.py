# One wake-up, many datagrams: reads until the receive queue is empty, then waits again.
import selectors
import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000

server_socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server_socket.bind(('', port))
server_socket.setblocking(False)

selector = selectors.DefaultSelector()
selector.register(server_socket, selectors.EVENT_READ)

while True:
    selector.select()
    batch = []
    try:
        while True:
            batch.append(server_socket.recvfrom(2048))
    except BlockingIOError:
        pass
    for message, client_address in batch:
        server_socket.sendto(message.upper(), client_address)
