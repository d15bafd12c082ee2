import socket
import sys
import threading

upstream = None


def copy(source, target):
    try:
        while data := source.recv(4096):
            target.sendall(data)
        target.shutdown(socket.SHUT_WR)
    except OSError as error:
        print(error)


def to_origin(client):
    while True:
        data = client.recv(4096)
        if not data:
            break
        upstream.sendall(data)  # whose is it, by now?
    upstream.shutdown(socket.SHUT_WR)


server = socket.create_server(('', int(sys.argv[1])))
while True:
    client, _ = server.accept()
    try:
        upstream = socket.create_connection((sys.argv[2], int(sys.argv[3])))
    except OSError:
        client.close()
        continue
    threading.Thread(target=to_origin, args=(client,), daemon=True).start()
    threading.Thread(target=copy, args=(upstream, client), daemon=True).start()
