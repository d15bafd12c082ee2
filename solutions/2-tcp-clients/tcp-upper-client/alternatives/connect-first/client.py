# Connects before it reads stdin, as the textbook's TCPClient does.
import socket
import sys

host = sys.argv[1] if len(sys.argv) > 1 else '127.0.0.1'
port = int(sys.argv[2]) if len(sys.argv) > 2 else 12000

client = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
client.connect((host, port))
line = input()
client.send(line.encode())
print(client.recv(1024).decode())
client.close()
