import socketserver
import sys


class Echo(socketserver.StreamRequestHandler):
    def handle(self):
        for data in iter(lambda: self.request.recv(2048), b''):
            self.wfile.write(data)


class Server(socketserver.ThreadingMixIn, socketserver.TCPServer):
    allow_reuse_address = True
    daemon_threads = True


Server(('', int(sys.argv[1]) if len(sys.argv) > 1 else 12000), Echo).serve_forever()
