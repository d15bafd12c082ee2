# A thread for every datagram: the replies leave in any order, all from the one socket.
import random
import socket
import sys
import threading
import time

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000

server_socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server_socket.bind(('', port))


def answer(data, client_address):
    time.sleep(random.uniform(0, 0.02))
    server_socket.sendto(f'got {len(data)} bytes'.encode(), client_address)


while True:
    datagram = server_socket.recvfrom(65535)
    threading.Thread(target=answer, args=datagram, daemon=True).start()
