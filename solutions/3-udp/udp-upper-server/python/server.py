import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000

server_socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server_socket.bind(('', port))
print(f'The UDP server is ready to receive on port {port}')

while True:
    try:
        message, client_address = server_socket.recvfrom(2048)
    except ConnectionResetError:
        continue  # only Windows says, here, that an earlier reply found nobody at home
    # The address belongs to this datagram: the next one may come from somebody else.
    server_socket.sendto(message.upper(), client_address)
