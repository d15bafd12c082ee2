# A pool of processes in which an error ends the worker, and the parent starts another one in its place (not on Windows).
import os
import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000

server = socket.create_server(('127.0.0.1', port), backlog=64)


def start_worker():
    if os.fork() > 0:
        return
    try:
        while True:
            connection, address = server.accept()
            connection.sendall(connection.recv(1024).upper())
            connection.close()
    except OSError as error:
        print('a worker gives up:', error, file=sys.stderr)
    finally:
        os._exit(1)


for _ in range(2):
    start_worker()
while True:
    os.wait()
    start_worker()
