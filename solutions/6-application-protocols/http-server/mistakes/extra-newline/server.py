import os
import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000
root = os.path.realpath(sys.argv[2] if len(sys.argv) > 2 else '.')

server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind(('', port))
server.listen(5)

while True:
    print('Ready to serve...')
    connection, address = server.accept()
    message = b''
    while b'\r\n\r\n' not in message:
        data = connection.recv(1024)
        if not data:
            break
        message += data
    if not message:
        connection.close()
        continue
    words = message.decode().split()
    path = os.path.realpath(root + words[1])
    try:
        if words[0] != 'GET' or not path.startswith(root + os.sep):
            raise OSError('not for you')
        with open(path, 'rb') as file:
            body = file.read()
        connection.send(b'HTTP/1.0 200 OK\r\n\r\n')
        connection.sendall(body)
        connection.send('\r\n'.encode())
    except OSError:
        connection.send(b'HTTP/1.0 404 Not Found\r\n\r\n<h1>404 Not Found</h1>')
    connection.close()
