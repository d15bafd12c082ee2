# Collects the reply in small pieces until the server's FIN.
import socket
import sys

host = sys.argv[1] if len(sys.argv) > 1 else '127.0.0.1'
port = int(sys.argv[2]) if len(sys.argv) > 2 else 12000

line = sys.stdin.readline().rstrip('\r\n')

with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as client:
    client.connect((host, port))
    client.sendall(line.encode())
    reply = b''
    while chunk := client.recv(16):
        reply += chunk

print(reply.decode())
