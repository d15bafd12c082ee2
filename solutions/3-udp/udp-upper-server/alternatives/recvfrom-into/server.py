# Reuses one buffer for all datagrams; only the first `size` bytes belong to this one.
import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000

server_socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server_socket.bind(('', port))
buffer = bytearray(2048)

while True:
    size, client_address = server_socket.recvfrom_into(buffer)
    server_socket.sendto(buffer[:size].upper(), client_address)
