# A web server: serves the files of the folder ROOT.
# Run it with:  npm run try -- http-server 12000 "$PWD" --track python
import os
import socket
import sys
import threading

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000
root = os.path.realpath(sys.argv[2] if len(sys.argv) > 2 else '.')


def read_request(connection):
    """The request up to its empty line; b'' when the client leaves without one."""
    # TODO 1. recv() until the empty line (b'\r\n\r\n') has come. When recv() returns nothing, the client is gone.
    return b''


def response(status, body):
    """A whole response, as bytes: response('404 Not Found', b'There is no such file.')"""
    # TODO 2. status line, headers (one of them tells how long the body is), empty line, body
    return b''


def respond(request):
    """What to answer to a request."""
    # TODO 3. the request line holds method, target and version; what if it does not, or the method is not GET?
    # TODO 4. the file that the target means: read its bytes. What if there is none?
    # TODO 5. what if it lies outside of `root`? os.path.realpath(path) tells where a path leads.
    return response('404 Not Found', b'TODO: nothing is found yet\n')


def handle(connection):
    """Talks with one client: one request, one response."""
    try:
        request = read_request(connection)
        if request:
            connection.sendall(respond(request))
    except OSError as error:
        print(f'a client is gone: {error}')
    finally:
        connection.close()


server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind(('', port))
server.listen(50)
print(f'http://127.0.0.1:{port}/ shows {root}')

while True:
    connection, address = server.accept()
    threading.Thread(target=handle, args=(connection,), daemon=True).start()
