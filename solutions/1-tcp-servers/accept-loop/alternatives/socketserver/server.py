# The standard library owns the loop; the handler only counts and greets.
import itertools
import socketserver
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000
numbers = itertools.count(1)


class Greeter(socketserver.BaseRequestHandler):
    def handle(self):
        self.request.sendall(f'welcome {next(numbers)}\n'.encode())


class Server(socketserver.TCPServer):
    allow_reuse_address = True
    request_queue_size = 100


with Server(('', port), Greeter) as server:
    server.serve_forever()
