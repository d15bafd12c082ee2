# Bug: keeps the first client's address and answers it ever after.
import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000

server_socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server_socket.bind(('', port))
print(f'The UDP server is ready to receive on port {port}')

client_address = None
while True:
    data, address = server_socket.recvfrom(65535)
    if client_address is None:
        client_address = address
    reply = f'got {len(data)} bytes'
    server_socket.sendto(reply.encode(), client_address)
