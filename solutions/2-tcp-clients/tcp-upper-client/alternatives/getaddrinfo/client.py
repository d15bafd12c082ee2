# Lets getaddrinfo() choose the address family and tries each answer.
import socket
import sys

host = sys.argv[1] if len(sys.argv) > 1 else '127.0.0.1'
port = int(sys.argv[2]) if len(sys.argv) > 2 else 12000

line = sys.stdin.readline().rstrip('\r\n')

for family, kind, protocol, _, address in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM):
    client = socket.socket(family, kind, protocol)
    try:
        client.connect(address)
        break
    except OSError as error:
        client.close()
        problem = error
else:
    sys.exit(f'no connection to {host}:{port}: {problem}')

client.sendall(line.encode())
print(client.recv(1024).decode())
client.close()
