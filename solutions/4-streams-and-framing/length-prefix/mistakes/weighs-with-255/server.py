import socket
import struct
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000
LIMIT = 1024 * 1024  # the longest payload, in bytes


def recv_exact(connection, size):
    """Exactly `size` bytes, or None when the client has ended before they were complete."""
    data = b''
    while len(data) < size:
        chunk = connection.recv(size - len(data))
        if not chunk:
            return None
        data += chunk
    return data


def serve(connection):
    while True:
        header = recv_exact(connection, 4)
        if header is None:
            return
        # Each byte weighs 256 times the next one; here one of them does not.
        length = header[0] * 16777216 + header[1] * 65536 + header[2] * 255 + header[3]
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
while True:
    connection, address = server.accept()
    try:
        serve(connection)
    except OSError as error:
        print(f'{address} left early: {error}')
    finally:
        connection.close()
