# Bug: the version is a value like any other.
import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000

server_socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server_socket.bind(('', port))
print(f'The key-value server is ready to receive on port {port}')

values = {b'version': b'Doorway key-value store 1.0'}

while True:
    data, client_address = server_socket.recvfrom(2048)
    # What came is bytes and is kept as bytes: no letter is looked at, but for the first =.
    key, separator, value = data.partition(b'=')
    if not separator:
        server_socket.sendto(key + b'=' + values.get(key, b''), client_address)
    else:
        values[key] = value
