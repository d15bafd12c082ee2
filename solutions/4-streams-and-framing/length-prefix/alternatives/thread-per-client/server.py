# A thread for every client. Errors end a conversation, so the end of a stream is made one.
import socket
import struct
import sys
import threading

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000
header = struct.Struct('>I')


def exactly(connection, size):
    buffer = bytearray(size)
    view = memoryview(buffer)
    while view:
        count = connection.recv_into(view)
        if count == 0:
            raise EOFError('the client has ended')
        view = view[count:]
    return bytes(buffer)


def serve(connection):
    with connection:
        try:
            while True:
                (length,) = header.unpack(exactly(connection, header.size))
                if length > 1000000:  # a lower limit than the longest frame is right as well
                    raise ValueError(f'{length} bytes are too many')
                reply = exactly(connection, length).decode().upper().encode()
                connection.sendall(header.pack(len(reply)))
                connection.sendall(reply)
        except (EOFError, OSError, ValueError) as error:
            print('done:', error)


server = socket.create_server(('', port))
while True:
    connection, address = server.accept()
    threading.Thread(target=serve, args=[connection], daemon=True).start()
