# Lets getaddrinfo() choose the address family.
import socket
import sys

host = sys.argv[1] if len(sys.argv) > 1 else '127.0.0.1'
port = int(sys.argv[2]) if len(sys.argv) > 2 else 12000

line = sys.stdin.readline().rstrip('\r\n')

family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_DGRAM)[0]
client = socket.socket(family, kind, protocol)
client.sendto(line.encode(), address)
print(client.recvfrom(2048)[0].decode())
client.close()
