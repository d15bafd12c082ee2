# Mistake: prints the line in capitals instead of the reply.
import socket
import sys

host = sys.argv[1] if len(sys.argv) > 1 else '127.0.0.1'
port = int(sys.argv[2]) if len(sys.argv) > 2 else 12000

line = sys.stdin.readline().rstrip('\r\n')

client = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
client.sendto(line.encode(), (host, port))
client.recvfrom(2048)
print(line.upper())
client.close()
