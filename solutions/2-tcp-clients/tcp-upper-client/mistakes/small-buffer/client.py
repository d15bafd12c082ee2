import socket
import sys

host = sys.argv[1] if len(sys.argv) > 1 else '127.0.0.1'
port = int(sys.argv[2]) if len(sys.argv) > 2 else 12000

line = sys.stdin.readline().rstrip('\r\n')

client = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
client.connect((host, port))  # the handshake; the kernel picks our own port, so there is no bind()
client.sendall(line.encode())
reply = client.recv(256)
print(reply.decode())
client.close()
