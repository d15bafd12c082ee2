# Says everything it does, on stdout and on stderr.
import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000

server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind(('', port))
server.listen(5)
print('ready', flush=True)

while True:
    print('waiting for a client')
    connection, address = server.accept()
    print('HELLO from', address, '- now recv()', file=sys.stderr)
    data = connection.recv(1024)
    print(f'received {len(data)} bytes:', data)
    sent = connection.send(data.upper())
    print(f'sent {sent} bytes:', data.upper())
    connection.close()
    print('closed\n' * 3)
