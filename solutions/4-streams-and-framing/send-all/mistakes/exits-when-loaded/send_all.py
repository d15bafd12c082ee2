import sys


def send_all(sock, data):
    if isinstance(data, str):
        data = data.encode()
    while data:
        data = data[sock.send(data):]


print('done')
sys.exit()
