# Sends again after a second of silence, four times at most.
import socket
import sys

host = sys.argv[1] if len(sys.argv) > 1 else '127.0.0.1'
port = int(sys.argv[2]) if len(sys.argv) > 2 else 12000

line = sys.stdin.readline().rstrip('\r\n')

client = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
client.settimeout(1)

for attempt in range(4):
    client.sendto(line.encode(), (host, port))
    try:
        reply, server_address = client.recvfrom(2048)
    except socket.timeout:
        continue
    print(reply.decode())
    break
else:
    sys.exit('no answer')

client.close()
