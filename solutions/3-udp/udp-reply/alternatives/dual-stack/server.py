# One IPv6 socket for both families: an IPv4 client shows up as ::ffff:127.0.0.1.
import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000

server_socket = socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)
server_socket.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 0)
server_socket.bind(('::', port))

while True:
    data, client_address = server_socket.recvfrom(65535)
    server_socket.sendto(f'got {len(data)} bytes'.encode(), client_address)
