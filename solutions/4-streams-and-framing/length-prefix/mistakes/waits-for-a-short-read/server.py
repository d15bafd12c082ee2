import socket
import struct
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000
LIMIT = 1024 * 1024  # the longest payload, in bytes


SIZE = 1024


def receive_all(connection):
    data = b''
    while True:
        part = connection.recv(SIZE)
        data += part
        if len(part) < SIZE:  # less than there is room for: that was all
            return data


def serve(connection):
    data = b''
    while True:
        more = receive_all(connection)
        if not more:
            return
        data += more
        while len(data) >= 4:
            (length,) = struct.unpack('>I', data[:4])
            if length > LIMIT:
                return
            if len(data) < 4 + length:
                break
            reply = data[4 : 4 + length].upper()
            data = data[4 + length :]
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
