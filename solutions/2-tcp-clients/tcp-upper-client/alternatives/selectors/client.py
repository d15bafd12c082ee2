# One non-blocking socket and a selector; stdin is read like any other input.
import selectors
import socket
import sys

host = sys.argv[1] if len(sys.argv) > 1 else '127.0.0.1'
port = int(sys.argv[2]) if len(sys.argv) > 2 else 12000

client = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
client.connect((host, port))
client.setblocking(False)

selector = selectors.DefaultSelector()
selector.register(sys.stdin, selectors.EVENT_READ)
selector.register(client, selectors.EVENT_READ)

reply = b''
finished = False
while not finished:
    for key, _ in selector.select():
        if key.fileobj is sys.stdin:
            client.sendall(sys.stdin.readline().encode())
            selector.unregister(sys.stdin)
        else:
            chunk = client.recv(1024)
            reply += chunk
            finished = chunk == b''

print(reply.decode())
client.close()
