# Mistake: it takes what one recv(4) returns for four bytes.
import socket
import struct
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000
LIMIT = 1024 * 1024  # the longest payload, in bytes


def recv_exact(connection, size):
    """Exactly `size` bytes, or None when the client has ended before they were complete."""
    data = b''
    while len(data) < size:
        chunk = connection.recv(size - len(data))  # at most what is still missing
        if not chunk:
            return None
        data += chunk
    return data


def serve(connection):
    """Answers one frame after the other, until the client has ended."""
    while True:
        header = connection.recv(4)
        if not header:
            return
        (length,) = struct.unpack('>I', header)  # '>' is big-endian: network byte order
        if length > LIMIT:
            return
        payload = recv_exact(connection, length)
        if payload is None:
            return
        reply = payload.upper()
        connection.sendall(struct.pack('>I', len(reply)) + reply)


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
