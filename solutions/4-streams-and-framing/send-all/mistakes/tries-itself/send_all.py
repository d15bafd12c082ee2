import socket


def send_all(sock, data):
    if isinstance(data, str):
        data = data.encode()
    while data:
        data = data[sock.send(data):]


send_all(socket.create_connection(('127.0.0.1', 1)), 'hello')
