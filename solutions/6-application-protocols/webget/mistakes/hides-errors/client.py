# Mistake: reports a failure on standard error and ends with exit code 0.
import socket
import sys

host = sys.argv[1] if len(sys.argv) > 1 else '127.0.0.1'
port = int(sys.argv[2]) if len(sys.argv) > 2 else 12000
path = sys.argv[3] if len(sys.argv) > 3 else '/'

client = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
try:
    client.connect((host, port))
except OSError as error:
    print(error, file=sys.stderr)
    sys.exit(0)
request = f'GET {path} HTTP/1.1\r\nHost: {host}:{port}\r\nConnection: close\r\n\r\n'
client.sendall(request.encode())
while data := client.recv(4096):  # 0 bytes: the server has finished
    sys.stdout.buffer.write(data)  # bytes as they came; the response need not be text
sys.stdout.buffer.flush()
client.close()
