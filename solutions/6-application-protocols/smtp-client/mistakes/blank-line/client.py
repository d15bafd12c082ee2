# Mistake: always sends a line end before the dot.
import socket
import sys

host = sys.argv[1] if len(sys.argv) > 1 else '127.0.0.1'
port = int(sys.argv[2]) if len(sys.argv) > 2 else 12000
sender = sys.argv[3] if len(sys.argv) > 3 else 'ada@example.com'
recipient = sys.argv[4] if len(sys.argv) > 4 else 'bob@example.org'

# The whole mail, as bytes. Its lines end in LF or in CR LF, and the last one may have no end.
text = sys.stdin.buffer.read()

client = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
client.connect((host, port))
received = b''


def read_line():
    """The next line from the server; what came after it is kept for the next time."""
    global received
    while b'\r\n' not in received:
        data = client.recv(1024)
        if not data:
            sys.exit('The server hung up.')
        received += data
    line, received = received.split(b'\r\n', 1)
    return line.decode(errors='replace')


def expect(code):
    """Reads a whole reply. A hyphen behind the code says that more lines follow."""
    line = read_line()
    while line[3:4] == '-':
        line = read_line()
    if not line.startswith(code):
        client.sendall(b'QUIT\r\n')
        sys.exit(f'The server said: {line}')  # exit code 1


def say(command, code):
    client.sendall(command + b'\r\n')
    expect(code)


expect('220')
say(b'HELO my-laptop', '250')
say(f'MAIL FROM:<{sender}>'.encode(), '250')
say(f'RCPT TO:<{recipient}>'.encode(), '250')
say(b'DATA', '354')

for line in text.splitlines():
    if line.startswith(b'.'):
        line = b'.' + line  # or the server would take it for the end, and it takes one dot away again
    client.sendall(line + b'\r\n')
say(b'\r\n.', '250')

say(b'QUIT', '221')
client.close()
