import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000

server_socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server_socket.bind(('', port))

values = {'version': 'my store'}

while True:
    data, client_address = server_socket.recvfrom(2048)
    key, separator, value = data.decode().partition('=')
    if not separator:
        server_socket.sendto(f'{key}={values.get(key, "")}'.encode(), client_address)
    elif key != 'version':
        values[key] = int(value) if value.isdecimal() else value  # 007 is 7
