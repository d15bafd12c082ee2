import socket
import sys
import threading

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000
origin = (sys.argv[2] if len(sys.argv) > 2 else '127.0.0.1', int(sys.argv[3]) if len(sys.argv) > 3 else 12001)


def handle(client):
    """Relays between one client and the origin. Runs in a thread of its own."""
    # TODO 1. connect to the origin; if that fails, this client is out of luck, and nobody else
    # TODO 2. carry bytes in both directions at once, and no faster than the other side takes them
    # TODO 3. when one direction has ended, end it on the other side, too; the other direction goes on
    client.close()


server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind(('', port))
server.listen(50)

while True:
    client, address = server.accept()
    threading.Thread(target=handle, args=(client,), daemon=True).start()
