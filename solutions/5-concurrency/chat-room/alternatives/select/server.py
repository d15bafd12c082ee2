import select
import socket
import string
import sys

server = socket.socket()
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind(('', int(sys.argv[1]) if len(sys.argv) > 1 else 12000))
server.listen(16)

inbox = {}  # connection -> what came and is no line yet
outbox = {}  # connection -> what it is still to get
names = {}  # connection -> its name
leaving = set()  # closed as soon as their outbox is empty
letters = string.ascii_letters + string.digits


def tell_others(text, but):
    for each in names:
        if each is not but:
            outbox[each] += text.encode() + b'\n'


def gone(each):
    name = names.pop(each, None)
    del inbox[each], outbox[each]
    leaving.discard(each)
    each.close()
    if name is not None:
        tell_others('* %s left' % name, each)


def on_line(each, line):
    text = line.decode('utf-8', 'replace')
    if each in names:
        tell_others('[%s] %s' % (names[each], text), each)
    elif not 1 <= len(text) <= 16 or any(letter not in letters for letter in text) or text in names.values():
        outbox[each] += b'error: choose another name\n'
        leaving.add(each)
    else:
        outbox[each] += b'* present: ' + ', '.join(sorted(names.values(), reverse=True)).encode() + b'\n'
        names[each] = text
        tell_others('* %s joined' % text, each)


while True:
    readable, writable, _ = select.select([server, *inbox], [each for each in outbox if outbox[each]], [])
    for each in readable:
        if each is server:
            connection, _ = server.accept()
            connection.setblocking(False)
            inbox[connection], outbox[connection] = bytearray(), bytearray()
            continue
        if each not in inbox:
            continue
        try:
            data = each.recv(4096)
        except OSError:
            data = b''
        if not data:
            gone(each)
            continue
        inbox[each] += data
        while b'\n' in inbox[each] and each not in leaving:
            line, _, rest = inbox[each].partition(b'\n')
            inbox[each] = rest
            on_line(each, bytes(line).rstrip(b'\r'))
    for each in writable:
        if each not in outbox:
            continue
        try:
            del outbox[each][: each.send(outbox[each])]
        except OSError:
            gone(each)
            continue
        if each in leaving and not outbox[each]:
            gone(each)
