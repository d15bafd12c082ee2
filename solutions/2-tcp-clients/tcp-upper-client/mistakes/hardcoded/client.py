# Mistake: ignores the command line and always connects to port 12000.
import socket
import sys

line = sys.stdin.readline().rstrip('\r\n')

client = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
client.connect(('127.0.0.1', 12000))
client.sendall(line.encode())
print(client.recv(1024).decode())
client.close()
