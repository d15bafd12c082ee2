# recvmsg() also tells whether a datagram was cut (MSG_TRUNC), which recvfrom() keeps to itself.
import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000

server_socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server_socket.bind(('', port))

while True:
    message, _, flags, client_address = server_socket.recvmsg(2048)
    if flags & socket.MSG_TRUNC:
        continue
    server_socket.sendmsg([message.upper()], [], 0, client_address)
