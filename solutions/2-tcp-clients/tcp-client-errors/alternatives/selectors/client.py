# A non-blocking socket, a selector and one deadline for everything, counted from connect().
import errno
import os
import selectors
import socket
import sys
import time

host = sys.argv[1] if len(sys.argv) > 1 else '127.0.0.1'
port = int(sys.argv[2]) if len(sys.argv) > 2 else 12000
timeout_ms = int(sys.argv[3]) if len(sys.argv) > 3 else 1000

line = sys.stdin.readline()
client = socket.socket()
client.setblocking(False)
selector = selectors.DefaultSelector()
deadline = time.monotonic() + timeout_ms / 1000


def give_up(code, sentence):
    os.write(2, sentence.encode() + b'\n')
    os._exit(code)


def wait(event):
    selector.register(client, event)
    ready = selector.select(max(0, deadline - time.monotonic()))
    selector.unregister(client)
    if not ready:
        give_up(3, 'the time is over')


client.connect_ex((host, port))
wait(selectors.EVENT_WRITE)
error = client.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
if error != 0:
    give_up(2 if error == errno.ECONNREFUSED else 4, os.strerror(error))
client.send(line.encode())

reply = bytearray()
while True:
    wait(selectors.EVENT_READ)
    try:
        chunk = client.recv(5)
    except ConnectionResetError:
        give_up(4, 'reset by the server')
    if not chunk:
        break
    reply += chunk
if not reply:
    give_up(4, 'closed by the server')
client.close()
sys.stdout.write(reply.decode() + '\n')
