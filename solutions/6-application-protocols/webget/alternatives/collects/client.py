import socket
import sys

host, port, path = sys.argv[1], int(sys.argv[2]), sys.argv[3]

client = socket.create_connection((host, port))
lines = [f'GET {path} HTTP/1.1', f'Host: {host}', 'Connection: close', '', '']
client.sendall('\r\n'.join(lines).encode())
pieces = []
while True:
    data = client.recv(65536)
    if not data:
        break
    pieces.append(data)
client.close()
sys.stdout.buffer.write(b''.join(pieces))
