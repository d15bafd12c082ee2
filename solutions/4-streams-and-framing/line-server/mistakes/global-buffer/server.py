# Mistake: one buffer for all clients.
import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000


buffer = b''


def serve(connection):
    global buffer
    while True:
        data = connection.recv(4096)
        if not data:
            return
        buffer += data
        while b'\n' in buffer:
            line, buffer = buffer.split(b'\n', 1)
            connection.sendall(line.rstrip(b'\r').upper() + b'\n')


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
