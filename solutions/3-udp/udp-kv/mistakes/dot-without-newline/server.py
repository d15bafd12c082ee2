import re
import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000

server_socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server_socket.bind(('', port))

values = {'version': 'my store'}

while True:
    data, client_address = server_socket.recvfrom(2048)
    text = data.decode()
    insert = re.match('([^=]*)=(.*)', text)  # the dot is any character, but for a newline
    if insert is None:
        server_socket.sendto(f'{text}={values.get(text, "")}'.encode(), client_address)
    elif insert[1] != 'version':
        values[insert[1]] = insert[2]
