# Bug: a buffer of 64 bytes cuts longer datagrams.
import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000

server_socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server_socket.bind(('', port))
print(f'The UDP server is ready to receive on port {port}')

while True:
    message, client_address = server_socket.recvfrom(64)
    server_socket.sendto(message.upper(), client_address)
