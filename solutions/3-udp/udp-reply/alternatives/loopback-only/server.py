# Bound to 127.0.0.1: reachable from this computer only.
import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000

with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as server_socket:
    server_socket.bind(('127.0.0.1', port))
    while True:
        data, client_address = server_socket.recvfrom(65535)
        server_socket.sendto(f'got {len(data)} bytes'.encode(), client_address)
