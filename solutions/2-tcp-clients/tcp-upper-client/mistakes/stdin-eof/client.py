# Mistake: reads stdin to the end of the input instead of one line.
import socket
import sys

host = sys.argv[1] if len(sys.argv) > 1 else '127.0.0.1'
port = int(sys.argv[2]) if len(sys.argv) > 2 else 12000

client = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
client.connect((host, port))
line = sys.stdin.read().rstrip('\r\n')
client.sendall(line.encode())
print(client.recv(1024).decode())
client.close()
