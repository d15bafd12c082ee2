import socket
import struct
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000
LIMIT = 1024 * 1024  # the longest payload, in bytes


def serve(connection):
    data = b''
    while True:
        chunk = connection.recv(65536)
        if not chunk:
            return
        data += chunk
        if len(data) < 4:
            continue
        while len(data) >= 4:
            (length,) = struct.unpack('>I', data[:4])
            if length > LIMIT:
                return
            if len(data) < 4 + length:
                break
            reply = data[4 : 4 + length].upper()
            data = data[4 + length :]
            connection.sendall(struct.pack('>I', len(reply)) + reply)
        if len(data) < 4:
            data = b''  # what is left is too short for a frame


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
