import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000

server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server.bind(('', port))

first = None
while True:
    data, address = server.recvfrom(2048)
    first = first or address
    server.sendto(b'hello ' + data, first)
