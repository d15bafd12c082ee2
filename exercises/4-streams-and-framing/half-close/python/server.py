import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000


def serve(connection):
    """Counts what the client sends until it has finished, and then tells it."""
    # TODO 1. recv() again and again, until it returns nothing: the client has finished sending.
    #         Add up the bytes, and the line feeds among them (b'\n').
    # TODO 2. Then answer: bytes=<n> lines=<m> and a newline. The other direction is still open.


server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind(('', port))
server.listen(5)
print('listening on port', port)

while True:
    connection, address = server.accept()
    try:
        serve(connection)
    except OSError as error:
        print(f'{address} left early: {error}')
    finally:
        connection.close()
