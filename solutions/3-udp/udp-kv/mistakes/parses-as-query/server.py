import socket
import sys
from urllib.parse import parse_qsl

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000

server_socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server_socket.bind(('', port))

values = {'version': 'my store'}

while True:
    data, client_address = server_socket.recvfrom(2048)
    text = data.decode()
    if '=' not in text:
        server_socket.sendto(f'{text}={values.get(text, "")}'.encode(), client_address)
        continue
    # Key=value pairs, as in a URL: where +, % and & have a meaning of their own.
    for key, value in parse_qsl(text, keep_blank_values=True):
        if key != 'version':
            values[key] = value
