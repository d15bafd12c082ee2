# Mistake: takes the end of the stream for "nothing yet", so it never closes the socket.
import socket
import sys
import time

host = sys.argv[1] if len(sys.argv) > 1 else '127.0.0.1'
port = int(sys.argv[2]) if len(sys.argv) > 2 else 12000

line = sys.stdin.readline().rstrip('\r\n')

client = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
client.connect((host, port))
client.sendall(line.encode())

while True:
    reply = client.recv(1024)
    if reply:
        print(reply.decode())
    else:
        time.sleep(0.1)
