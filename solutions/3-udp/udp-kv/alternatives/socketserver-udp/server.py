# socketserver; the values belong to the server, since a handler lives for one datagram only.
import socketserver
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000


class Handler(socketserver.BaseRequestHandler):
    def handle(self):
        data, server_socket = self.request
        values = self.server.values
        at = data.find(b'=')
        if at < 0:
            server_socket.sendto(b'%b=%b' % (data, values.get(data, b'')), self.client_address)
        elif data[:at] != b'version':
            values[data[:at]] = data[at + 1 :]


with socketserver.UDPServer(('', port), Handler) as server:
    server.values = {b'version': b'socketserver'}
    server.serve_forever()
