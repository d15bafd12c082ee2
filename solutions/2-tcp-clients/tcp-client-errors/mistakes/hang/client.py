# Mistake: has no timeout.
import socket
import sys

host = sys.argv[1] if len(sys.argv) > 1 else '127.0.0.1'
port = int(sys.argv[2]) if len(sys.argv) > 2 else 12000
timeout_ms = int(sys.argv[3]) if len(sys.argv) > 3 else 1000


def fail(code, sentence):
    print(sentence, file=sys.stderr)
    sys.exit(code)


line = sys.stdin.readline().rstrip('\r\n')

client = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
try:
    client.connect((host, port))
    client.sendall(line.encode())
    reply = b''
    while chunk := client.recv(1024):  # 0 bytes: the server has finished
        reply += chunk
except ConnectionRefusedError:
    fail(2, f'Nobody listens at {host}, port {port}.')
except ConnectionError as error:
    fail(4, f'The connection broke before the reply was complete: {error}.')
finally:
    client.close()

if reply == b'':
    fail(4, 'The server closed the connection without a reply.')
print(reply.decode())
