import socket
import struct
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000
LIMIT = 1024 * 1024  # the longest payload, in bytes


def recv_exact(connection, size):
    """Exactly `size` bytes, or None when the client has ended before they were complete."""
    # TODO 1. recv(size) returns at most `size` bytes: call it until you have them all.
    #         When it returns nothing, the client has ended.
    return None


def serve(connection):
    """Answers one frame after the other, until the client has ended."""
    # TODO 2. The header: four bytes. struct.unpack makes a number of them; which byte order?
    # TODO 3. A length above LIMIT: leave, without reading on.
    # TODO 4. The payload; then the answer: a header that counts its bytes, and the payload in upper case.
    # TODO 5. Do it again for the next frame.


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
