import os
import select
import signal
import socket
import sys

# A process per client; one loop waits for both sides, and sends as patiently as sendall() does.
signal.signal(signal.SIGCHLD, signal.SIG_IGN)
listener = socket.socket()
listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
listener.bind(('0.0.0.0', int(sys.argv[1])))
listener.listen(5)
while True:
    client, _ = listener.accept()
    if os.fork():
        client.close()
        continue
    listener.close()
    try:
        upstream = socket.create_connection((sys.argv[2], int(sys.argv[3])))
        pair = {client: upstream, upstream: client}
        while pair:
            for sock in select.select(list(pair), [], [])[0]:
                data = sock.recv(16384)
                if data:
                    (upstream if sock is client else client).sendall(data)
                else:
                    pair.pop(sock).shutdown(socket.SHUT_WR)
    except OSError as error:
        print(error)
    os._exit(0)
