import os
import selectors
import socket
import sys

root = os.path.realpath(sys.argv[2])
selector = selectors.DefaultSelector()
listener = socket.create_server(('127.0.0.1', int(sys.argv[1])))
listener.setblocking(False)
selector.register(listener, selectors.EVENT_READ)


def page(request):
    line = request.partition(b'\r\n')[0].split(b' ')
    if line[0] != b'GET':
        return b'HTTP/1.0 400 Bad Request\r\n\r\n'
    path = os.path.realpath(os.path.join(root, line[1].decode()[1:]))
    if os.path.dirname(path + '/').startswith(root + '/') and os.path.isfile(path):
        return b'HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n' + open(path, 'rb').read()
    return b'HTTP/1.0 404 Not Found\r\n\r\n'


coming, going = {}, {}


def drop(sock):
    selector.unregister(sock)
    sock.close()
    coming.pop(sock, None)
    going.pop(sock, None)


while True:
    for key, _ in selector.select():
        sock = key.fileobj
        try:
            if sock is listener:
                fresh, _ = listener.accept()
                fresh.setblocking(False)
                coming[fresh] = b''
                selector.register(fresh, selectors.EVENT_READ)
            elif sock in going:
                going[sock] = going[sock][sock.send(going[sock]):]
                if not going[sock]:
                    drop(sock)
            else:
                data = sock.recv(7)
                coming[sock] += data
                if not data:
                    drop(sock)
                elif coming[sock].endswith(b'\r\n\r\n'):
                    going[sock] = page(coming[sock])
                    selector.modify(sock, selectors.EVENT_WRITE)
        except OSError as error:
            print(error)
            if sock is not listener:
                drop(sock)
