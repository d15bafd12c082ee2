# One thread per client: an error ends its thread, with a traceback on stderr, and the accept loop never hears of it.
import socket
import sys
import threading

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000

server = socket.create_server(('', port), backlog=50)


def serve(connection):
    with connection:
        connection.sendall(connection.recv(1024).upper())


while True:
    connection, address = server.accept()
    threading.Thread(target=serve, args=(connection,), daemon=True).start()
