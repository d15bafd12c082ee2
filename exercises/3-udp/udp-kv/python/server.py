import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000

server_socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server_socket.bind(('', port))
print(f'The key-value server is ready to receive on port {port}')

# TODO 1. Something that keeps values under keys for as long as the server runs.

while True:
    data, client_address = server_socket.recvfrom(2048)
    # TODO 2. A datagram with a = in it is an insert: the key stands before the first =, the value behind it. No reply.
    # TODO 3. A datagram without = is a question: reply key=value to whoever asked.
    # TODO 4. The key `version` tells the version of your server, and no insert changes it.
    print('nothing stored and no reply yet for', client_address, data[:40])  # replace this line
