# socketserver with a thread for every datagram.
import socketserver
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000


class Handler(socketserver.BaseRequestHandler):
    def handle(self):
        message, server_socket = self.request
        server_socket.sendto(message.upper(), self.client_address)


class Server(socketserver.ThreadingUDPServer):
    daemon_threads = True


with Server(('', port), Handler) as server:
    server.serve_forever()
