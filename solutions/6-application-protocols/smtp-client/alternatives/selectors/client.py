# A non-blocking socket and a list of what to say, in small pieces.
import socket
import sys

host = sys.argv[1] if len(sys.argv) > 1 else '127.0.0.1'
port = int(sys.argv[2]) if len(sys.argv) > 2 else 12000
sender = sys.argv[3] if len(sys.argv) > 3 else 'ada@example.com'
recipient = sys.argv[4] if len(sys.argv) > 4 else 'bob@example.org'
text = sys.stdin.buffer.read()

import selectors, time
s = socket.socket(); s.setblocking(False)
try: s.connect((host, port))
except BlockingIOError: pass
sel = selectors.DefaultSelector(); sel.register(s, selectors.EVENT_READ | selectors.EVENT_WRITE)
out = b''; inp = b''
lines = text.splitlines()
mail = b''.join((b'.' + l if l.startswith(b'.') else l) + b'\r\n' for l in lines) + b'.\r\n'
todo = [(220, b'HELO x\r\n'), (250, f'MAIL FROM:<{sender}>\r\n'.encode()), (250, f'RCPT TO:<{recipient}>\r\n'.encode()), (250, b'DATA\r\n'), (354, mail), (250, b'QUIT\r\n'), (221, None)]
done = False
while not done:
    sel.modify(s, selectors.EVENT_READ | (selectors.EVENT_WRITE if out else 0))
    for key, ev in sel.select(10):
        if ev & selectors.EVENT_WRITE and out:
            n = s.send(out[:777]); out = out[n:]
        if ev & selectors.EVENT_READ:
            d = s.recv(3)
            if not d: sys.exit(9)
            inp += d
            while b'\n' in inp:
                line, inp = inp.split(b'\n', 1)
                if line[3:4] == b'-': continue
                want, send = todo.pop(0)
                if int(line[:3]) != want: sys.exit(1)
                if send is None: done = True
                else: out += send
s.close()
