# collects the whole response first, a thread for each client
from socket import *
from threading import Thread
import sys

tcpSerSock = socket(AF_INET, SOCK_STREAM)
tcpSerSock.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
tcpSerSock.bind(('', int(sys.argv[1])))
tcpSerSock.listen(100)


def talk(tcpCliSock):
    stream = tcpCliSock.makefile('rwb')
    line = stream.readline().decode().split()
    while stream.readline().strip():
        pass
    if len(line) < 2:
        return
    host, _, rest = line[1].split('//', 1)[1].partition('/')
    c = socket(AF_INET, SOCK_STREAM)
    try:
        c.connect((host.split(':')[0], int(host.split(':')[1]) if ':' in host else 80))
        fileobj = c.makefile('rwb', 0)
        fileobj.write(f'GET /{rest} HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\n\r\n'.encode())
        answer = fileobj.read()
    except OSError:
        answer = b'HTTP/1.0 502 Bad Gateway\r\n\r\n'
    c.close()
    stream.write(answer)
    stream.flush()


def guarded(tcpCliSock):
    try:
        talk(tcpCliSock)
    except Exception as e:
        print(e)
    tcpCliSock.close()


while True:
    print('Ready to serve...')
    sock, addr = tcpSerSock.accept()
    Thread(target=guarded, args=(sock,), daemon=True).start()
