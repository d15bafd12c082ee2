# A thread for every datagram, each of which takes its own time: a question may overtake an insert.
import random
import socket
import sys
import threading
import time

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000

server_socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server_socket.bind(('', port))

values = {b'version': b'threads'}
lock = threading.Lock()


def handle(data, client_address):
    time.sleep(random.uniform(0, 0.02))
    key, separator, value = data.partition(b'=')
    with lock:
        if separator:
            if key != b'version':
                values[key] = value
            return
        reply = key + b'=' + values.get(key, b'')
    server_socket.sendto(reply, client_address)


while True:
    datagram = server_socket.recvfrom(2048)
    threading.Thread(target=handle, args=datagram, daemon=True).start()
