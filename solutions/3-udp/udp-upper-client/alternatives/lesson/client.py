# The lesson's UDPClient.py with host and port from the command line.
import socket
import sys
server_name = sys.argv[1] if len(sys.argv) > 1 else '127.0.0.1'
server_port = int(sys.argv[2]) if len(sys.argv) > 2 else 12000
client_socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
message = input('Input lowercase sentence:')
client_socket.sendto(message.encode(), (server_name, server_port)) # Attach destination addr
modified_message, server_address = client_socket.recvfrom(2048)
print(modified_message.decode())
client_socket.close()
