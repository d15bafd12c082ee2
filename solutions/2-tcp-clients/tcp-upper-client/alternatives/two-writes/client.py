# Sends the line in two pieces that arrive apart, perhaps cutting a character in two.
import socket
import sys
import time

host = sys.argv[1] if len(sys.argv) > 1 else '127.0.0.1'
port = int(sys.argv[2]) if len(sys.argv) > 2 else 12000

line = sys.stdin.readline().rstrip('\r\n')

data = line.encode()
half = len(data) // 2

with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as client:
    client.connect((host, port))
    client.sendall(data[:half])
    time.sleep(0.05)
    client.sendall(data[half:])
    print(client.recv(1024).decode())
