# Mistake: bind() without SO_REUSEADDR.
import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000

server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.bind(('', port))
server.listen(128)

while True:
    connection, address = server.accept()
    try:
        data = connection.recv(1024)
        connection.sendall(data.upper())
    except OSError as error:
        print(address, error)
    finally:
        connection.close()
