import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000


def serve(connection):
    # TODO 1. recv() until it returns nothing: the client has finished. What it returns is whatever has arrived: half
    #         a line, three lines, or the end of one and the beginning of the next. So collect the bytes in a buffer.
    # TODO 2. While there is an LF (b'\n') in the buffer: take the line before it, and keep the rest.
    # TODO 3. A line may end with CRLF: leave out the CR (b'\r').
    # TODO 4. Answer the line in upper case, with an LF behind it.
    pass


server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind(('', port))
server.listen()
while True:
    connection, address = server.accept()
    try:
        serve(connection)
    except OSError as error:
        print(f'{address} left early: {error}')
    finally:
        connection.close()
