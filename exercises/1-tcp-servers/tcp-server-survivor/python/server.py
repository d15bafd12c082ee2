import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000

server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
# TODO 1. a server that is started again must get its port at once
server.bind(('', port))
server.listen(1)  # TODO 2. how many clients may wait?
print('listening on port', port)


def serve(connection):
    print('TODO 3. recv(), and send the answer in upper case')


while True:
    connection, address = server.accept()
    serve(connection)
    # TODO 4. close() the connection, whatever happened in serve()
    # TODO 5. nothing that happens in serve() may end this loop
