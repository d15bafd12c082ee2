# Mistake: accept() is called once, before the loop, so only client 1 ever gets a connection.
import socket
import sys
import time

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000

server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind(('', port))
server.listen(5)

connection, address = server.accept()
while True:
    try:
        data = connection.recv(1024)
        connection.sendall(data.upper())
        connection.close()
    except OSError as error:
        print('no client yet:', error)
        time.sleep(1)
