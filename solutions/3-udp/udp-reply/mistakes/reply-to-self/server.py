# Bug: replies to the address it bound, so it receives its own replies, for ever.
import socket
import sys

host = '127.0.0.1'
port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000

server_socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server_socket.bind((host, port))

while True:
    data, client_address = server_socket.recvfrom(65535)
    server_socket.sendto(f'got {len(data)} bytes'.encode(), (host, port))
