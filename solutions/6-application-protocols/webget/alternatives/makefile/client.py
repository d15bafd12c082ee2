import socket
import sys

host, port, path = sys.argv[1], int(sys.argv[2]), sys.argv[3]

with socket.create_connection((host, port)) as client, client.makefile('rwb') as stream:
    stream.write(f'GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n'.encode())
    stream.flush()
    sys.stdout.buffer.write(stream.read())
