# The connection as a file: its buffered read(n) returns n bytes, or fewer only at the end of the stream.
import socket
import struct
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000

server = socket.create_server(('', port))
while True:
    connection, address = server.accept()
    with connection, connection.makefile('rb') as incoming, connection.makefile('wb') as outgoing:
        while len(header := incoming.read(4)) == 4:
            (length,) = struct.unpack('>L', header)
            if length > 1048576:
                break
            payload = incoming.read(length)
            if len(payload) < length:
                break
            outgoing.write(header + payload.upper())
            outgoing.flush()
