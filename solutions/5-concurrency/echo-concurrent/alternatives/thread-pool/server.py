import socket
import sys
from concurrent.futures import ThreadPoolExecutor


def echo(connection):
    buffer = memoryview(bytearray(32768))
    with connection:
        while size := connection.recv_into(buffer):
            connection.sendall(buffer[:size])


server = socket.create_server(('', int(sys.argv[1]) if len(sys.argv) > 1 else 12000), reuse_port=False)
with ThreadPoolExecutor(max_workers=32) as pool:
    while True:
        pool.submit(echo, server.accept()[0])  # an error stays in the future that nobody asks
