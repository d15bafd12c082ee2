# Ignores datagrams that do not come from the server.
import socket
import sys

host = sys.argv[1] if len(sys.argv) > 1 else '127.0.0.1'
port = int(sys.argv[2]) if len(sys.argv) > 2 else 12000

line = sys.stdin.readline().rstrip('\r\n')

server = socket.getaddrinfo(host, port, socket.AF_INET, socket.SOCK_DGRAM)[0][4]
client = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
client.sendto(line.encode(), server)

sender = None
while sender != server:
    reply, sender = client.recvfrom(2048)

print(reply.decode())
client.close()
