import socket


def send_all(sock, data):
    if isinstance(data, str):
        data = data.encode()
    while data:
        data = data[sock.send(data):]


server = socket.socket()
server.bind(('', 0))
server.listen()
connection, address = server.accept()
send_all(connection, 'hello')
