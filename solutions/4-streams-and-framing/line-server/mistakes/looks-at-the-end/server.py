# Mistake: it answers when what has come ends with an LF, and not as soon as there is one in it.
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
        if buffer.endswith(b'\n'):
            for line in buffer.splitlines():
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
