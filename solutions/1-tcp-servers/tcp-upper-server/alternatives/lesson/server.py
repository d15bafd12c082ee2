# The lesson's TCP server, line for line, with the port from the command line.
import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000

server_socket = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server_socket.bind(('', port))
server_socket.listen(1)
print("The TCP server is ready to receive")
while True:
    connection_socket, addr = server_socket.accept() # New socket created
    message = connection_socket.recv(1024).decode()
    connection_socket.send(message.upper().encode())
    connection_socket.close()
