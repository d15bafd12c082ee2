# Bug: split at every =, and only the second piece is kept.
import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000

server_socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server_socket.bind(('', port))
print(f'The key-value server is ready to receive on port {port}')

values = {b'version': b'Doorway key-value store 1.0'}

while True:
    data, client_address = server_socket.recvfrom(2048)
    if b'=' not in data:
        server_socket.sendto(data + b'=' + values.get(data, b''), client_address)
    else:
        parts = data.split(b'=')
        if parts[0] != b'version':
            values[parts[0]] = parts[1]
