# The standard library owns the loop and closes the connections.
import socketserver
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000


class Upper(socketserver.BaseRequestHandler):
    def handle(self):
        self.request.sendall(self.request.recv(1024).upper())


class Server(socketserver.TCPServer):
    allow_reuse_address = True


with Server(('', port), Upper) as server:
    server.serve_forever()
