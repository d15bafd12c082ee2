import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000

server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # before bind(): a restart need not wait a minute
server.bind(('', port))
server.listen(128)  # room for a burst
print('listening on port', port)


def serve(connection):
    data = connection.recv(1024)  # empty if the client left without a word
    connection.sendall(data.upper())


while True:
    connection, address = server.accept()
    try:
        serve(connection)
    except OSError as error:
        print(f'{address} is gone: {error}')  # the loss of this client, and of nobody else
    finally:
        connection.close()  # whatever happened
