# Connects the UDP socket, then uses send() and recv().
import socket
import sys

host = sys.argv[1] if len(sys.argv) > 1 else '127.0.0.1'
port = int(sys.argv[2]) if len(sys.argv) > 2 else 12000

line = sys.stdin.readline().rstrip('\r\n')

with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as client:
    client.connect((host, port))  # sends nothing: it only sets the address for send() and filters recv()
    client.send(line.encode())
    print(client.recv(2048).decode())
