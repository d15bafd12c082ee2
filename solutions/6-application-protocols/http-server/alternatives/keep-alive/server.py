import socket
import sys
import threading
from pathlib import Path

port, root = int(sys.argv[1]), Path(sys.argv[2]).resolve()


def talk(connection):
    """One request after the other, until the client has had enough."""
    waiting = b''
    while True:
        while b'\r\n\r\n' not in waiting:
            data = connection.recv(1024)
            if not data:
                return
            waiting += data
        head, waiting = waiting.split(b'\r\n\r\n', 1)
        method, target = head.decode().split()[:2]
        status, body = 200, b''
        if method != 'GET':
            status = 405
        else:
            try:
                path = root.joinpath(target[1:]).resolve()
                path.relative_to(root)
                body = path.read_bytes()
            except (OSError, ValueError) as problem:
                status, body = 404, str(problem).encode()
        reply = f'HTTP/1.1 {status} {"OK" if status == 200 else "Sorry"}\r\nContent-Length: {len(body)}\r\nConnection: keep-alive\r\n\r\n'
        connection.sendall(reply.encode() + body)


def serve(connection):
    with connection:
        try:
            talk(connection)
        except OSError:
            pass


server = socket.create_server(('', port))
while True:
    threading.Thread(target=serve, args=server.accept()[:1]).start()
