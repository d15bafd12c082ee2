# Ends its sending direction as soon as the line is out.
import socket
import sys

host = sys.argv[1] if len(sys.argv) > 1 else '127.0.0.1'
port = int(sys.argv[2]) if len(sys.argv) > 2 else 12000

line = sys.stdin.readline().rstrip('\r\n')

client = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
client.connect((host, port))
client.sendall(line.encode())
client.shutdown(socket.SHUT_WR)  # our FIN: the server sees EOF and can still answer
print(client.recv(1024).decode())
client.close()
