# Mistake: it answers the first line of what has come, and throws the rest away.
import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000


def serve(connection):
    buffer = b''
    while True:
        data = connection.recv(4096)
        if not data:
            return
        buffer += data
        if b'\n' in buffer:
            line = buffer.split(b'\n')[0].rstrip(b'\r')
            connection.sendall(line.upper() + b'\n')
            buffer = b''


server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind(('', port))
server.listen()
while True:
    connection, address = server.accept()
    try:
        serve(connection)
    except OSError as error:
        print(f'{address} left early: {error}')
    finally:
        connection.close()
