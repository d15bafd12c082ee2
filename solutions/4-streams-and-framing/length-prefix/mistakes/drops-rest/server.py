# Mistake: it answers the first frame of what came, and throws the rest away.
import socket
import struct
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000
LIMIT = 1024 * 1024  # the longest payload, in bytes


def serve(connection):
    """Answers one frame after the other, until the client has ended."""
    data = b''
    while True:
        chunk = connection.recv(65536)
        if not chunk:
            return
        data += chunk
        if len(data) < 4:
            continue
        (length,) = struct.unpack('>I', data[:4])
        if length > LIMIT:
            return
        if len(data) >= 4 + length:
            connection.sendall(data[:4] + data[4 : 4 + length].upper())
            data = b''


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
