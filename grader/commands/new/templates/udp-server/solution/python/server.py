import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000

server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server.bind(('', port))

while True:
    data, address = server.recvfrom(2048)
    server.sendto(b'hello ' + data, address)
