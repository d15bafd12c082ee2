import socket
import sys
import threading

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000

connection = None


def handle():
    try:
        while True:
            data = connection.recv(65536)
            if not data:
                break
            connection.sendall(data)
    except OSError as error:
        print(error)
    finally:
        connection.close()


server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind(('', port))
server.listen(50)

while True:
    connection, address = server.accept()
    threading.Thread(target=handle, daemon=True).start()
