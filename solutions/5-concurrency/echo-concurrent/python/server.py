import socket
import sys
import threading

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000


def handle(connection):
    """Talks with one client until it has finished. Runs in a thread of its own; the connection belongs to it alone."""
    try:
        while True:
            data = connection.recv(65536)
            if not data:
                break  # the client has finished, and everything is sent back already
            connection.sendall(data)  # waits while the client is slow: this client's thread, nobody else's
    except OSError as error:
        print(f'a client is gone: {error}')  # that client's problem
    finally:
        connection.close()


server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind(('', port))
server.listen(50)
print('listening on port', port)

while True:
    connection, address = server.accept()
    threading.Thread(target=handle, args=(connection,), daemon=True).start()  # and back to accept() at once
