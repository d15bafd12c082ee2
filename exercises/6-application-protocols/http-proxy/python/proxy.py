# A web proxy: asks a web server for what a browser asks it for.
# Run it with:  npm run try -- http-proxy 12000 --track python
import socket
import sys
import threading

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000


def read_request(client):
    """The request up to its empty line, in however many pieces it comes; b'' when the client leaves without one."""
    request = b''
    while b'\r\n\r\n' not in request:
        data = client.recv(4096)
        if not data or len(request) > 64 * 1024:
            return b''
        request += data
    return request


def rewrite(request):
    """Where to connect, and what to send there."""
    # TODO 1. the first line holds `GET http://host:port/path HTTP/1.1`: take host, port (80 without one) and path apart
    # TODO 2. the request for the origin: only the path, a Host, and `Connection: close`
    return ('127.0.0.1', 80), b''


def serve(client):
    request = read_request(client)
    if not request:
        return
    where, forwarded = rewrite(request)
    # TODO 3. connect to the origin and send it the request
    # TODO 4. copy its response to the client, until the origin has finished
    # TODO 5. what if the origin cannot be reached? The client wants a response: 502 Bad Gateway


server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind(('', port))
server.listen(50)
print(f'a proxy: curl -x http://127.0.0.1:{port} http://…')

while True:
    client, address = server.accept()
    # TODO 6. one client waits for a slow origin: what about the next one?
    # TODO 7. one client leaves in the middle of its response: what about the others?
    serve(client)
    client.close()
