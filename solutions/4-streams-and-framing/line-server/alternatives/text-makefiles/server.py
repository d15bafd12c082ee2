# Two files of text, one for each direction; reading ahead in one does not disturb the other.
import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000

with socket.create_server(('', port)) as server:
    while True:
        connection, address = server.accept()
        with connection, connection.makefile('r', encoding='utf-8') as reader:
            with connection.makefile('w', encoding='utf-8') as writer:
                for line in reader:
                    print(line.rstrip('\n').upper(), file=writer, flush=True)
