import os
import signal
import socket
import sys

signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # children that have ended are not waited for
server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind(('', int(sys.argv[1]) if len(sys.argv) > 1 else 12000))
server.listen(20)

while True:
    connection, _ = server.accept()
    if os.fork() == 0:
        server.close()
        data = connection.recv(4096)
        while data:
            connection.sendall(data)
            data = connection.recv(4096)
        connection.close()
        os._exit(0)
    connection.close()  # the child has it
