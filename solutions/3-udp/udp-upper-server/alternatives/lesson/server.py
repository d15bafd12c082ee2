# The server of the lesson; only the port comes from the command line.
import socket
import sys
port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000
server_socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server_socket.bind(('', port))
print("The UDP server is ready to receive")
while True:
    message, client_address = server_socket.recvfrom(2048)
    modified_message = message.decode().upper()
    server_socket.sendto(modified_message.encode(), client_address)
