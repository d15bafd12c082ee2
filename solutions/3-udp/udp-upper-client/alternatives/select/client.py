# Waits with select(), receives without blocking.
import select
import socket
import sys

host = sys.argv[1] if len(sys.argv) > 1 else '127.0.0.1'
port = int(sys.argv[2]) if len(sys.argv) > 2 else 12000

client = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
client.setblocking(False)
client.sendto(input('> ').encode(), (host, port))

readable, _, _ = select.select([client], [], [], 10)
if not readable:
    sys.exit('no answer within 10 s')
print(client.recv(2048).decode())
client.close()
