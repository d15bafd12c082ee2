"""Does what it is told on stdin, one JSON command a line, with Python's socket; answers on stdout."""
import errno
import json
import socket
import sys
import threading

sockets = {}
output = threading.Lock()


def encode(value):
    if isinstance(value, str):
        return value.encode()
    if isinstance(value, dict) and 'zeros' in value:
        return bytes(value['zeros'])
    return value


def decode(value):
    if isinstance(value, bytes):
        return value.decode() if len(value) <= 64 else '%d bytes' % len(value)
    if isinstance(value, tuple):
        return [decode(part) for part in value]
    return value


def name(error):
    if isinstance(error, socket.timeout):
        return 'ETIMEDOUT'
    if isinstance(error, socket.gaierror):
        return {socket.EAI_NONAME: 'ENOTFOUND', -9: 'EAI_ADDRFAMILY'}.get(error.errno, 'EAI_AGAIN')
    if isinstance(error, OSError):
        # ENOTSUP and EOPNOTSUPP are one number on Linux.
        return errno.errorcode.get(error.errno, 'EBADF').replace('ENOTSUP', 'EOPNOTSUPP')
    return {'OverflowError': 'RangeError', 'ValueError': 'RangeError'}.get(type(error).__name__, type(error).__name__)


def address(value):
    return tuple(value) if isinstance(value, list) else value


def do(on, call, args):
    if call == 'socket':
        family, kind = args
        sockets[on] = socket.socket(getattr(socket, family), getattr(socket, kind))
        return None
    if call == 'forget':
        while sockets:
            sockets.popitem()[1].close()
        return None
    s = sockets[on]
    if call == 'accept':
        connection, peer = s.accept()
        if args:
            sockets[args[0]] = connection
        return peer[:2]
    if call == 'sendUntilError':
        for _ in range(10000):
            s.send(b'x')
        return 'no error'
    if call == 'recvAll':
        total = 0
        while True:
            got = len(s.recv(65536))
            if got == 0:
                return total
            total += got
    if call == 'settimeout':
        return s.settimeout(None if args[0] is None else args[0] / 1000)
    if call in ('bind', 'connect'):
        return getattr(s, call)(address(args[0]))
    if call in ('send', 'sendall'):
        return getattr(s, call)(encode(args[0]))
    if call == 'sendto':
        return s.sendto(encode(args[0]), address(args[1]))
    if call == 'shutdown':
        return s.shutdown(getattr(socket, args[0]))
    if call == 'setsockopt':
        return s.setsockopt(getattr(socket, args[0]), getattr(socket, args[1]), args[2])
    return getattr(s, call)(*args)


def answer(command):
    try:
        value = do(command['on'], command['call'], command['args'])
        result = {'id': command['id'], 'value': decode(value)}
    except Exception as error:
        result = {'id': command['id'], 'error': name(error)}
    with output:
        print(json.dumps(result), flush=True)


for line in sys.stdin:
    threading.Thread(target=answer, args=(json.loads(line),), daemon=True).start()
