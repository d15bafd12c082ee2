# One child process per client, as servers were written for decades (not on Windows).
import os
import signal
import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000

signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the system collects finished children

server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind(('', port))
server.listen(5)

while True:
    connection, address = server.accept()
    if os.fork() == 0:
        server.close()
        connection.sendall(connection.recv(1024).upper())
        connection.close()
        os._exit(0)
    connection.close()  # the parent's copy: the stream ends only when every copy is closed
