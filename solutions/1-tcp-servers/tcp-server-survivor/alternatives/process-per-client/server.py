# One child process per client: what happens to the child is no business of the parent (not on Windows).
import os
import signal
import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000

signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the system collects finished children

server = socket.create_server(('', port), backlog=50)

while True:
    connection, address = server.accept()
    if os.fork() == 0:
        try:
            connection.sendall(connection.recv(1024).upper())
        finally:
            os._exit(0)
    connection.close()
