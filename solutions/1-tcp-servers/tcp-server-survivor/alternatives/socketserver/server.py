# The standard library catches what handle() throws, prints it and closes the connection.
import socketserver
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000


class Upper(socketserver.StreamRequestHandler):
    def handle(self):
        self.request.sendall(self.request.recv(1024).upper())


class Server(socketserver.TCPServer):
    allow_reuse_address = True


with Server(('', port), Upper) as server:
    server.serve_forever()
