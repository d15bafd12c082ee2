import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000


def handle(connection):
    """Talks with one client until it has finished."""
    # TODO 1. recv() and send back what came, again and again, until recv() returns nothing; then close


server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind(('', port))
server.listen(50)

while True:
    connection, address = server.accept()
    print('TODO: nobody serves', address)
    # TODO 2. start handle(connection) without waiting for its end
    # TODO 3. what if this client is gone in the middle? Nobody else may notice
