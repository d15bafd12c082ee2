# poll() in milliseconds, the call below select() on Unix.
import select
import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000

server_socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server_socket.bind(('', port))

poller = select.poll()
poller.register(server_socket, select.POLLIN)

while True:
    for _, event in poller.poll(500):
        if event & select.POLLIN:
            message, client_address = server_socket.recvfrom(2048)
            server_socket.sendto(message.upper(), client_address)
