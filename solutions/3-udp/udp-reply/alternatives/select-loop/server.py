# select() says when the socket is readable; nothing ever blocks in recvfrom().
import select
import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000

server_socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server_socket.bind(('0.0.0.0', port))
server_socket.setblocking(False)

while True:
    readable, _, _ = select.select([server_socket], [], [], 1.0)
    for ready in readable:
        try:
            data, client_address = ready.recvfrom(65535)
        except BlockingIOError:
            continue  # a datagram with a bad checksum is dropped after select() announced it
        ready.sendto(f'got {len(data)} bytes'.encode(), client_address)
