# Sends the line exactly as it was read, with its newline.
import socket
import sys

host = sys.argv[1] if len(sys.argv) > 1 else '127.0.0.1'
port = int(sys.argv[2]) if len(sys.argv) > 2 else 12000

with socket.socket(type=socket.SOCK_DGRAM) as client:
    client.sendto(sys.stdin.readline().encode(), (host, port))
    print(client.recv(65535).decode())
