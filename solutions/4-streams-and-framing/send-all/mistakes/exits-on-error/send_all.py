import sys


def send_all(sock, data):
    if isinstance(data, str):
        data = data.encode()
    while data:
        try:
            data = data[sock.send(data):]
        except OSError as error:
            print('could not send:', error)
            sys.exit(1)
