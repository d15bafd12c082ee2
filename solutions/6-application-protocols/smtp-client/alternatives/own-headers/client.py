# Byte by byte, with headers of its own before the text, RSET after a refusal, and reads to the end after QUIT.
import socket
import sys

host = sys.argv[1] if len(sys.argv) > 1 else '127.0.0.1'
port = int(sys.argv[2]) if len(sys.argv) > 2 else 12000
sender = sys.argv[3] if len(sys.argv) > 3 else 'ada@example.com'
recipient = sys.argv[4] if len(sys.argv) > 4 else 'bob@example.org'
text = sys.stdin.buffer.read()

s = socket.create_connection((host, port))
def getreply():
    buf = b''
    while True:
        c = s.recv(1)
        if c == b'': raise SystemExit('gone')
        buf += c
        if buf.endswith(b'\r\n'):
            last = buf.split(b'\r\n')[-2]
            if last[3:4] == b' ':
                return buf.decode()
for c in [None, 'HELO ' + socket.gethostname(), 'MAIL FROM:<' + sender + '>', 'RCPT TO:<' + recipient + '>', 'DATA']:
    if c:
        for ch in c + '\r\n': s.send(ch.encode())
    a = getreply()
    if a[0] not in '23':
        s.send(b'RSET\r\n'); getreply(); s.send(b'QUIT\r\n'); getreply(); s.close(); exit(a[:3] and 3)
s.sendall(b'From: me\r\nX-Mailer: mine\r\n')
for l in text.splitlines():
    s.sendall((b'.' if l.startswith(b'.') else b'') + l); s.sendall(b'\r\n')
s.sendall(b'.'); s.sendall(b'\r'); s.sendall(b'\n')
a = getreply()
ok = a.startswith('250')
s.sendall(b'QUIT\r\n')
s.shutdown(socket.SHUT_WR)
while s.recv(100): pass
exit(0 if ok else 4)
