import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000

server_socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server_socket.bind(('', port))

values = {'version': 'my store'}

while True:
    data, client_address = server_socket.recvfrom(2048)
    text = data.decode().rstrip('\n')  # nc sends one
    if '=' in text:
        key, value = text.split('=', 1)
        if key != 'version':
            values[key] = value
    else:
        server_socket.sendto(f'{text}={values.get(text, "")}'.encode(), client_address)
