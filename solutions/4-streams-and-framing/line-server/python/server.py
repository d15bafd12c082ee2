import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000


def serve(connection):
    buffer = b''  # of this connection: what has arrived and is not yet a line
    while True:
        data = connection.recv(4096)
        if not data:
            return  # the client has finished
        buffer += data
        while b'\n' in buffer:
            line, buffer = buffer.split(b'\n', 1)  # the rest waits for the next round
            if line.endswith(b'\r'):
                line = line[:-1]
            connection.sendall(line.decode().upper().encode() + b'\n')  # a whole line has only whole letters


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
