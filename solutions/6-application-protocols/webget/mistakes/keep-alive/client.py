# Mistake: does not ask the server to close the connection.
import socket
import sys

host = sys.argv[1] if len(sys.argv) > 1 else '127.0.0.1'
port = int(sys.argv[2]) if len(sys.argv) > 2 else 12000
path = sys.argv[3] if len(sys.argv) > 3 else '/'

client = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
client.connect((host, port))  # an error ends the program with exit code 1, which is what we want
request = f'GET {path} HTTP/1.1\r\nHost: {host}:{port}\r\n\r\n'
client.sendall(request.encode())
while data := client.recv(4096):  # 0 bytes: the server has finished
    sys.stdout.buffer.write(data)  # bytes as they came; the response need not be text
sys.stdout.buffer.flush()
client.close()
