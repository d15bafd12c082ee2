# Mistake: it decodes every chunk, also one that ends inside a letter.
import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000


def serve(connection):
    text = ''
    while True:
        data = connection.recv(4096)
        if not data:
            return
        text += data.decode()
        while '\n' in text:
            line, text = text.split('\n', 1)
            connection.sendall((line.rstrip('\r').upper() + '\n').encode())


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
