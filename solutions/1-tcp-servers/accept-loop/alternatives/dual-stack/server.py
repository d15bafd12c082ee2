# One IPv6 socket that takes IPv4 clients as well.
import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000

server = socket.create_server(('', port), family=socket.AF_INET6, backlog=100, dualstack_ipv6=True)

n = 0
while True:
    connection, address = server.accept()
    n += 1
    with connection:
        try:
            connection.sendall(f'welcome {n}\n'.encode())
        except OSError as error:
            print(f'{address} got no greeting: {error}')
