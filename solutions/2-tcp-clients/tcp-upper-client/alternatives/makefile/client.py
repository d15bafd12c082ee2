# Treats the socket as a text file: write, flush, read to the end.
import socket
import sys

host = sys.argv[1] if len(sys.argv) > 1 else '127.0.0.1'
port = int(sys.argv[2]) if len(sys.argv) > 2 else 12000

with socket.create_connection((host, port)) as client:
    with client.makefile('rw', encoding='utf-8', newline='') as stream:
        print(input(), file=stream, flush=True)
        print(stream.read())
