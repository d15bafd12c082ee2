import os
import socket
import sys

host, port, path = sys.argv[1], int(sys.argv[2]), sys.argv[3]

client = socket.socket()
try:
    client.connect((host, port))
except OSError as error:
    sys.exit(f'webget: {error}')
client.sendall(f'GET {path} HTTP/1.1\r\nConnection: close\r\nHost: {host}\r\n\r\n'.encode())
while data := client.recv(1 << 20):
    while data:
        data = data[os.write(1, data) :]
