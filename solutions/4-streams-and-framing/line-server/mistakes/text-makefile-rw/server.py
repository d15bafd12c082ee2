# Mistake: one file of text for both directions. Up to Python 3.12 write() forgets the lines that were read ahead.
import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000


def serve(connection):
    with connection.makefile('rw', encoding='utf-8') as lines:
        for line in iter(lines.readline, ''):
            lines.write(line.rstrip('\n').upper() + '\n')
            lines.flush()


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
