# create_connection() does socket() and connect() in one call, for IPv4 and IPv6 alike.
import socket
import sys

host = sys.argv[1] if len(sys.argv) > 1 else '127.0.0.1'
port = int(sys.argv[2]) if len(sys.argv) > 2 else 12000

with socket.create_connection((host, port), timeout=10) as client:
    client.sendall(input().encode())
    print(client.recv(4096).decode())
