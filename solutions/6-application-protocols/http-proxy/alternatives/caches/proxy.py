import socket
import socketserver
import sys
from urllib.parse import urlparse

cache = {}


class Proxy(socketserver.StreamRequestHandler):
    def handle(self):
        line = self.rfile.readline().split()
        headers = {}
        for raw in iter(self.rfile.readline, b'\r\n'):
            if not raw:
                return
            name, value = raw.split(b':', 1)
            headers[name.title()] = value.strip()
        if not line:
            return
        url = line[1].decode()
        if url not in cache:
            print('miss', url)
            try:
                cache[url] = self.fetch(urlparse(url), headers)
            except OSError:
                self.wfile.write(b'HTTP/1.1 502 Bad Gateway\r\nContent-Length: 4\r\n\r\ndown')
                return
        self.wfile.write(cache[url])

    def fetch(self, url, headers):
        headers.update({b'Host': url.netloc.encode(), b'Connection': b'Close', b'Via': b'1.1 me'})
        with socket.create_connection((url.hostname, url.port or 80)) as origin:
            path = url._replace(scheme='', netloc='').geturl() or '/'
            lines = [b'GET %s HTTP/1.1' % path.encode(), *(b': '.join(pair) for pair in headers.items())]
            for line in lines:
                origin.send(line + b'\r\n')
            origin.send(b'\r\n')
            return b''.join(iter(lambda: origin.recv(8192), b''))


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = daemon_threads = True
    request_queue_size = 20


Server(('127.0.0.1', int(sys.argv[1])), Proxy).serve_forever()
