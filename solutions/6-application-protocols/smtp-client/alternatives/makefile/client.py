# File objects of a socket, EHLO, lower-case verbs, a blank behind the colon.
import socket
import sys

host = sys.argv[1] if len(sys.argv) > 1 else '127.0.0.1'
port = int(sys.argv[2]) if len(sys.argv) > 2 else 12000
sender = sys.argv[3] if len(sys.argv) > 3 else 'ada@example.com'
recipient = sys.argv[4] if len(sys.argv) > 4 else 'bob@example.org'
text = sys.stdin.buffer.read()

s = socket.create_connection((host, port))
f = s.makefile('rwb', buffering=0)
r = s.makefile('rb')
def reply():
    while True:
        l = r.readline()
        print('S:', l)
        if not l: raise EOFError
        if l[3:4] != b'-': return int(l[:3])
def cmd(c, ok):
    print('C:', c)
    f.write(c.encode() + b'\r\n')
    code = reply()
    if code != ok: raise RuntimeError(code)
assert reply() == 220
cmd('ehlo [127.0.0.1]', 250)
cmd('mail from: <%s> BODY=8BITMIME' % sender, 250)
cmd('rcpt to: <%s>' % recipient, 250)
cmd('data', 354)
body = text.replace(b'\r\n', b'\n').split(b'\n')
if body[-1] == b'': body.pop()
f.write(b''.join((b'.' if l[:1]==b'.' else b'') + l + b'\r\n' for l in body) + b'.\r\n')
if reply() != 250: sys.exit(2)
cmd('quit', 221)
