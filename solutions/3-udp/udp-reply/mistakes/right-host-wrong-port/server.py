# Bug: the client's host, but the server's own port.
import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000

server_socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server_socket.bind(('', port))
print(f'The UDP server is ready to receive on port {port}')

while True:
    data, client_address = server_socket.recvfrom(65535)
    reply = f'got {len(data)} bytes'
    server_socket.sendto(reply.encode(), (client_address[0], port))
