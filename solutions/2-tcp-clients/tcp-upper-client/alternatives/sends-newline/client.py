# Sends the line exactly as it was read, with its newline.
import socket
import sys

host = sys.argv[1] if len(sys.argv) > 1 else '127.0.0.1'
port = int(sys.argv[2]) if len(sys.argv) > 2 else 12000

line = sys.stdin.readline()

client = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
client.connect((host, port))
client.sendall(line.encode())
print(client.recv(1024).decode())
client.close()
