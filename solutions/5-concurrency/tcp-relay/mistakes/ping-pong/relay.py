import socket
import sys
import threading


def handle(client):
    try:
        upstream = socket.create_connection((sys.argv[2], int(sys.argv[3])))
    except OSError:
        client.close()
        return
    while True:
        request = client.recv(4096)
        if not request:
            break
        upstream.sendall(request)
        client.sendall(upstream.recv(4096))
    upstream.close()
    client.close()


server = socket.create_server(('', int(sys.argv[1])))
while True:
    threading.Thread(target=handle, args=server.accept()[:1], daemon=True).start()
