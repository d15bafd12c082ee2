import select
import socket
import sys

server = socket.socket()
server.bind(('', int(sys.argv[1]) if len(sys.argv) > 1 else 12000))
server.listen()
waiting = {}  # connection -> bytes it is still to get
finished = set()

while True:
    readers = [server] + [each for each in waiting if each not in finished and len(waiting[each]) < 100_000]
    writers = [each for each in waiting if waiting[each]]
    readable, writable, _ = select.select(readers, writers, [])
    for each in readable:
        if each is server:
            connection, _ = server.accept()
            connection.setblocking(False)
            waiting[connection] = bytearray()
            continue
        try:
            data = each.recv(8192)
        except ConnectionError:
            waiting[each].clear()
            data = b''
        if data:
            waiting[each] += data
        else:
            finished.add(each)
    for each in writable:
        try:
            del waiting[each][: each.send(waiting[each])]
        except ConnectionError:
            waiting[each].clear()
            finished.add(each)
    for each in [each for each in finished if not waiting[each]]:
        finished.discard(each)
        del waiting[each]
        each.close()
