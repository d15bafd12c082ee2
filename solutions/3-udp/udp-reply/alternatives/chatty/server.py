# Logs a lot, on stdout and on stderr: what a server prints is its own business.
import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000

server_socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server_socket.bind(('', port))
print(f'>>> http://not-a-web-server:{port}/ <<<')

while True:
    data, (host, client_port) = server_socket.recvfrom(65535)
    print(f'{host}:{client_port} > {data.hex()}')
    reply = f'got {len(data)} bytes'.encode()
    print(f'{host}:{client_port} < {reply!r}', file=sys.stderr)
    server_socket.sendto(reply, (host, client_port))
