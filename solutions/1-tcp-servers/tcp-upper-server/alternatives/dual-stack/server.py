# One IPv6 socket that takes IPv4 clients as well.
import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000

server = socket.create_server(('', port), family=socket.AF_INET6, dualstack_ipv6=True)

while True:
    connection, address = server.accept()
    data = connection.recv(1024)
    connection.sendall(data.upper())
    connection.close()
