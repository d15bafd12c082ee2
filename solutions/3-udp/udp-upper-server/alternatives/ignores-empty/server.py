# Nothing to upper-case, nothing to say: an empty datagram gets no reply.
import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000

server_socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server_socket.bind(('', port))
print(f'The UDP server is ready to receive on port {port}')

while True:
    message, client_address = server_socket.recvfrom(2048)
    if len(message) > 0:
        server_socket.sendto(message.upper(), client_address)
