import socket
import sys

host = sys.argv[1] if len(sys.argv) > 1 else '127.0.0.1'
port = int(sys.argv[2]) if len(sys.argv) > 2 else 12000
line = sys.stdin.readline().rstrip('\r\n')  # one line, not the whole input

client = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
client.sendto(line.encode(), (host, port))
print('sent')
client.close()
