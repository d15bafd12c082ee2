import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000

server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # so that a restart finds the port free
server.bind(('', port))
server.listen(5)
print('listening on port', port)

while True:
    connection, address = server.accept()  # a new socket for this one client
    try:
        data = connection.recv(1024)  # empty if the client left without a word
        connection.sendall(data.upper())
    except OSError as error:
        print(f'{address} left early: {error}')  # that client's problem: the next one is served
    finally:
        connection.close()
