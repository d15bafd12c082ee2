import socket
import sys
import threading
import select


def handle(client):
    try:
        upstream = socket.create_connection((sys.argv[2], int(sys.argv[3])))
    except OSError:
        client.close()
        return
    ended = set()
    try:
        while len(ended) < 2:
            for source in select.select([client, upstream], [], [])[0]:
                target = upstream if source is client else client
                data = source.recv(65536)
                if data:
                    target.sendall(data)
                elif source not in ended:
                    ended.add(source)  # ... and select() goes on asking it
                    target.shutdown(socket.SHUT_WR)
    except OSError as error:
        print(error)
    client.close()
    upstream.close()


server = socket.create_server(('', int(sys.argv[1])))
while True:
    threading.Thread(target=handle, args=server.accept()[:1], daemon=True).start()
