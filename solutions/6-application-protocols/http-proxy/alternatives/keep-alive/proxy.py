# keeps the connections of its clients, and asks an origin with HTTP/1.1, reading by Content-Length
import socket
import sys
import threading


def lines_until_blank(stream):
    lines = []
    while True:
        line = stream.readline()
        if line in (b'\r\n', b'\n'):
            return lines
        if not line:
            return None
        lines.append(line)


def value(lines, name):
    found = [line.split(b':', 1)[1].strip() for line in lines[1:] if line.lower().startswith(name + b':')]
    return found[0] if found else None


def exchange(client, url):
    netloc, _, path = url[7:].partition(b'/')
    host, _, port = netloc.partition(b':')
    try:
        origin = socket.create_connection((host, int(port or b'80')))
    except OSError:
        client.sendall(b'HTTP/1.1 502 Oh\r\nContent-Length: 0\r\n\r\n')
        return True
    with origin, origin.makefile('rb') as stream:
        origin.sendall(b'GET /' + path + b' HTTP/1.1\r\nHost: ' + netloc + b'\r\n\r\n')
        head = lines_until_blank(stream)
        if head is None:
            return False
        client.sendall(b''.join(head) + b'\r\n')
        length = value(head, b'content-length')
        left = int(length) if length is not None else 1 << 60
        while left > 0:
            data = stream.read1(min(left, 65536))
            if not data:
                return False
            client.sendall(data)
            left -= len(data)
        return True


def serve(client):
    with client, client.makefile('rb') as stream:
        try:
            while True:
                head = lines_until_blank(stream)
                if head is None or not exchange(client, head[0].split()[1]):
                    return
        except (OSError, ValueError, IndexError) as error:
            print(error)


server = socket.create_server(('127.0.0.1', int(sys.argv[1])), backlog=64)
while True:
    threading.Thread(target=serve, args=[server.accept()[0]]).start()
