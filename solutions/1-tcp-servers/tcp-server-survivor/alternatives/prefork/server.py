# Four processes accept from one listening socket; each serves one client after another (not on Windows).
import os
import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000

server = socket.create_server(('', port), backlog=64)


def work():
    while True:
        connection, address = server.accept()
        with connection:
            try:
                connection.sendall(connection.recv(1024).upper())
            except (ConnectionResetError, BrokenPipeError):
                pass


for _ in range(3):
    if os.fork() == 0:
        break
work()
