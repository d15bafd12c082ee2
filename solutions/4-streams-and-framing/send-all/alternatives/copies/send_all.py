import socket
import sys

print('a module may print when it is loaded', file=sys.stderr)


def send_all(sock, data):
    left = bytearray(data, 'utf-8') if isinstance(data, str) else bytearray(data)
    while left:
        sent = sock.send(bytes(left))
        if sent == 0:
            raise RuntimeError('socket connection broken')
        del left[:sent]


if __name__ == '__main__':
    send_all(socket.create_connection(('127.0.0.1', 12000)), 'hello')
