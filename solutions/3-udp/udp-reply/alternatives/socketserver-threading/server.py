# socketserver with a thread for every datagram.
import socketserver
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000


class Handler(socketserver.BaseRequestHandler):
    def handle(self):
        data, server_socket = self.request
        server_socket.sendto(f'got {len(data)} bytes'.encode(), self.client_address)


class Server(socketserver.ThreadingUDPServer):
    max_packet_size = 65535  # socketserver reads 8192 bytes unless told otherwise
    daemon_threads = True


with Server(('', port), Handler) as server:
    server.serve_forever()
