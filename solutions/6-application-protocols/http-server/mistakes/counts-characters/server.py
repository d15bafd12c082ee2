import os
import socket
import sys
import threading
from urllib.parse import unquote

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000
root = os.path.realpath(sys.argv[2] if len(sys.argv) > 2 else '.')

LIMIT = 64 * 1024  # no request needs more
TYPES = {'.html': 'text/html; charset=utf-8', '.txt': 'text/plain; charset=utf-8', '.png': 'image/png'}


def read_request(connection):
    """The request up to its empty line, in however many pieces it comes; b'' when the client leaves without one."""
    request = b''
    while b'\r\n\r\n' not in request:
        data = connection.recv(4096)
        if not data or len(request) > LIMIT:
            return b''
        request += data
    return request


def response(status, body, kind='text/plain', length=None):
    """Head and body, as bytes."""
    length = len(body) if length is None else length
    head = [f'HTTP/1.1 {status}', f'Content-Type: {kind}', f'Content-Length: {length}', 'Connection: close']
    return '\r\n'.join(head + ['', '']).encode() + body


def file_for(target):
    """The path that a target means, or None when it lies outside of root. Decode first, then look where it leads."""
    path = os.path.realpath(os.path.join(root, unquote(target.split('?')[0]).lstrip('/')))
    return path if path.startswith(root + os.sep) else None


def respond(request):
    line = request.split(b'\r\n')[0].decode('latin-1').split(' ')
    if len(line) != 3 or not line[2].startswith('HTTP/'):
        return response('400 Bad Request', b'That is no request.\n')
    method, target, version = line
    if method != 'GET':
        return response('501 Not Implemented', b'Only GET is served here.\n')
    try:
        path = file_for(target)
        if path is None:
            raise FileNotFoundError(target)
        with open(path, 'rb') as file:  # bytes: a picture is no text
            body = file.read()
            kind = TYPES.get(os.path.splitext(path)[1], 'application/octet-stream')
            length = len(body.decode()) if kind.startswith('text') else len(body)
            return response('200 OK', body, kind, length)
    except (OSError, ValueError):  # not there, a folder, not ours to read, no name at all
        return response('404 Not Found', b'There is no such file.\n')


def handle(connection):
    try:
        request = read_request(connection)
        if request:  # a browser may open a spare connection, and close it without a word
            connection.sendall(respond(request))
    except OSError as error:
        print(f'a client is gone: {error}')
    finally:
        connection.close()


server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind(('', port))
server.listen(50)
print(f'http://127.0.0.1:{port}/ shows {root}')

while True:
    connection, address = server.accept()
    threading.Thread(target=handle, args=(connection,), daemon=True).start()
