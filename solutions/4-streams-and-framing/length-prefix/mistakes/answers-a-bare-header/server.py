import socket
import struct
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000
LIMIT = 1024 * 1024  # the longest payload, in bytes


def recv_exact(connection, size):
    data = b''
    while len(data) < size:
        chunk = connection.recv(size - len(data))
        if not chunk:
            break
        data += chunk
    return data


def serve(connection):
    while True:
        header = recv_exact(connection, 4)
        if len(header) < 4:
            return
        (length,) = struct.unpack('>I', header)
        if length > LIMIT:
            return
        payload = recv_exact(connection, length)
        # Nothing at all came: an empty message? Or the end, where `length` bytes should be?
        if payload and len(payload) < length:
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
