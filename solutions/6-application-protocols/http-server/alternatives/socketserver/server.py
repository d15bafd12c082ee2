import pathlib
import socketserver
import sys

ROOT = pathlib.Path(sys.argv[2]).resolve()


class Web(socketserver.StreamRequestHandler):
    timeout = 20

    def handle(self):
        first = self.rfile.readline().decode('iso-8859-1').split()
        print(self.client_address, first)
        if not first:
            return
        while self.rfile.readline().strip():
            pass  # headers
        if len(first) != 3:
            return self.answer('400 What?')
        if first[0] != 'GET':
            return self.answer('405 Method Not Allowed', {'Allow': 'GET'})
        wanted = (ROOT / first[1].lstrip('/')).resolve()
        if ROOT not in wanted.parents or not wanted.is_file():
            return self.answer('404 Nothing here')
        self.answer('200', {'X-From': 'socketserver'}, wanted.read_bytes())

    def answer(self, status, more={}, body=b''):
        self.wfile.write(b'HTTP/1.1 %s\r\n' % status.encode())
        for name, value in {'content-length': len(body), **more}.items():
            self.wfile.write(f'{name}:{value}\r\n'.encode())
        self.wfile.write(b'\r\n')
        self.wfile.write(body)


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True


Server(('', int(sys.argv[1])), Web).serve_forever()
