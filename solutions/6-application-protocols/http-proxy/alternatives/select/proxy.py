import select
import socket
import sys
from urllib.parse import urlsplit

server = socket.create_server(('', int(sys.argv[1])))
coming = {}  # what has come of a client's request
pairs = {}  # from an origin to the client that waits for it


def start(client, request):
    url = request.split()[1].decode()
    address = urlsplit(url)
    path = url[len('http://') + len(address.netloc):] or '/'
    try:
        origin = socket.create_connection((address.hostname, address.port or 80))
    except OSError:
        client.sendall(b'HTTP/1.0 502 Bad Gateway\r\n\r\n')
        client.close()
        return
    origin.sendall(f'GET {path} HTTP/1.0\r\nHost: {address.netloc}\r\n\r\n'.encode())
    pairs[origin] = client


while True:
    for sock in select.select([server, *coming, *pairs], [], [])[0]:
        if sock is server:
            coming[server.accept()[0]] = b''
        elif sock in coming:
            data = sock.recv(4096)
            coming[sock] += data
            if not data:
                del coming[sock]
                sock.close()
            elif b'\r\n\r\n' in coming[sock]:
                start(sock, coming.pop(sock))
        else:
            try:
                data = sock.recv(65536)
                pairs[sock].sendall(data)
            except OSError as error:
                print(error)
                data = b''
            if not data:
                pairs.pop(sock).close()
                sock.close()
