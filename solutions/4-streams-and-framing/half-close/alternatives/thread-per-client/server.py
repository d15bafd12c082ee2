# A thread for every client, which iterates over the lines of the stream; two sends and a shutdown for an answer.
import socket
import sys
import threading

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000


def serve(connection):
    with connection:
        with connection.makefile('rb') as stream:
            sizes = [len(line) for line in stream]
        connection.sendall(f'bytes={sum(sizes)} '.encode())
        connection.sendall(f'lines={len(sizes)}\n'.encode())
        connection.shutdown(socket.SHUT_WR)


server = socket.create_server(('', port))
while True:
    connection, address = server.accept()
    threading.Thread(target=serve, args=[connection], daemon=True).start()
