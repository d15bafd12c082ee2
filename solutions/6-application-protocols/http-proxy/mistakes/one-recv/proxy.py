import socket
import sys
import threading
from urllib.parse import urlsplit

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000

LIMIT = 64 * 1024  # no request needs more
# These are about one connection, and there are two: they end here (RFC 9110, 7.6.1).
HOP_BY_HOP = {'connection', 'proxy-connection', 'keep-alive', 'te', 'upgrade'}


def read_request(client):
    """The request up to its empty line, in however many pieces it comes; b'' when the client leaves without one."""
    request = b''
    while b'\r\n\r\n' not in request:
        data = client.recv(4096)
        if not data or len(request) > LIMIT:
            return b''
        request += data
    return request


def refusal(status):
    """A response of the proxy's own."""
    body = f'{status}\n'.encode()
    head = [f'HTTP/1.1 {status}', f'Content-Length: {len(body)}', 'Connection: close', '', '']
    return '\r\n'.join(head).encode() + body


def rewrite(request):
    """Where to connect, and what to send there; None for what is no request to a proxy."""
    first, *lines = request.split(b'\r\n\r\n')[0].decode('latin-1').split('\r\n')
    try:
        method, url, version = first.split(' ')
        address = urlsplit(url)
        where = (address.hostname, address.port or 80)
    except ValueError:
        return None
    if method != 'GET' or address.scheme != 'http' or not address.hostname:
        return None
    path = url[len('http://') + len(address.netloc):] or '/'
    kept = [line for line in lines if line.split(':')[0].lower() not in HOP_BY_HOP | {'host'}]
    head = [f'GET {path} HTTP/1.1', f'Host: {address.netloc}', *kept, 'Connection: close', '', '']
    return where, '\r\n'.join(head).encode('latin-1')


def serve(client):
    request = read_request(client)
    if not request:
        return
    wanted = rewrite(request)
    if wanted is None:
        client.sendall(refusal('501 Not Implemented'))
        return
    where, forwarded = wanted
    try:
        origin = socket.create_connection(where)
    except OSError as error:
        print(f'{where} cannot be reached: {error}')
        client.sendall(refusal('502 Bad Gateway'))
        return
    with origin:
        origin.sendall(forwarded)
        client.sendall(origin.recv(65536))


def handle(client):
    try:
        serve(client)
    except OSError as error:
        print(f'somebody is gone: {error}')  # the other clients must not notice
    finally:
        client.close()


server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind(('', port))
server.listen(50)
print(f'a proxy: curl -x http://127.0.0.1:{port} http://…')

while True:
    connection, address = server.accept()
    threading.Thread(target=handle, args=(connection,), daemon=True).start()
