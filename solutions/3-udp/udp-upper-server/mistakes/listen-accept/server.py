# Bug: listen() and accept() on a UDP socket.
import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000

server_socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server_socket.bind(('', port))
server_socket.listen(1)

while True:
    connection_socket, client_address = server_socket.accept()
    message = connection_socket.recv(2048)
    connection_socket.sendto(message.upper(), client_address)
