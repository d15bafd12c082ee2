# A class, EHLO and then HELO, one send() for the whole mail.
import socket
import sys

host = sys.argv[1] if len(sys.argv) > 1 else '127.0.0.1'
port = int(sys.argv[2]) if len(sys.argv) > 2 else 12000
sender = sys.argv[3] if len(sys.argv) > 3 else 'ada@example.com'
recipient = sys.argv[4] if len(sys.argv) > 4 else 'bob@example.org'
text = sys.stdin.buffer.read()

class Refused(Exception): pass
class Smtp:
    def __init__(self, addr):
        self.s = socket.create_connection(addr, timeout=10)
        self.f = self.s.makefile('r', encoding='utf-8', newline='\r\n')
        self.wait(220)
    def wait(self, code):
        for line in self.f:
            line = line.rstrip()
            if line[3] == '-': continue
            if int(line[:3]) // 100 != code // 100: raise Refused(line)
            return
        raise ConnectionError('closed')
    def __call__(self, text, code):
        self.s.sendall(text.encode('utf-8', 'surrogateescape') + b'\r\n'); self.wait(code)
s = Smtp((host, port))
try:
    try: s('EHLO there', 250)
    except Refused: s('HELO there', 250)
    s(f'MAIL FROM:<{sender}>', 250); s(f'RCPT TO:<{recipient}>', 250); s('DATA', 354)
    s('\r\n'.join(('.' + l if l[:1] == '.' else l) for l in text.decode('utf-8', 'surrogateescape').splitlines(keepends=False)) + '\r\n.', 250)
except Refused as e:
    print('Refused:', e)
    s('QUIT', 221)
    sys.exit(65)
else:
    s('QUIT', 221)
