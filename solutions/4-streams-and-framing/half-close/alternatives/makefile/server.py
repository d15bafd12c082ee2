# The connection as a file: read() without a number reads to the end.
import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000

server = socket.create_server(('', port))
while True:
    connection, address = server.accept()
    with connection, connection.makefile('rwb') as stream:
        data = stream.read()
        stream.write(b'bytes=%d lines=%d\n' % (len(data), data.count(b'\n')))
