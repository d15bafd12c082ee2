# Mistake: catches every failure and then exits with code 0.
import socket
import sys

host = sys.argv[1] if len(sys.argv) > 1 else '127.0.0.1'
port = int(sys.argv[2]) if len(sys.argv) > 2 else 12000
timeout_ms = int(sys.argv[3]) if len(sys.argv) > 3 else 1000


def fail(sentence):
    print(sentence, file=sys.stderr)
    sys.exit()


line = sys.stdin.readline().rstrip('\r\n')

client = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
client.settimeout(timeout_ms / 1000)  # seconds, for each call that waits
try:
    client.connect((host, port))
    client.sendall(line.encode())
    reply = b''
    while chunk := client.recv(1024):  # 0 bytes: the server has finished
        reply += chunk
except ConnectionRefusedError:
    fail(f'Nobody listens at {host}, port {port}.')
except socket.timeout:  # its name is TimeoutError, too, since Python 3.10
    fail(f'No reply within {timeout_ms} ms.')
except ConnectionError as error:
    fail(f'The connection broke before the reply was complete: {error}.')
finally:
    client.close()

if reply == b'':
    fail('The server closed the connection without a reply.')
print(reply.decode())
