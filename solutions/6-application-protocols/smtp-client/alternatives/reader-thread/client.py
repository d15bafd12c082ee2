# A thread that reads replies into a queue.
import socket, sys, threading, queue
q = queue.Queue()
host, port, a, b = sys.argv[1], int(sys.argv[2]), sys.argv[3], sys.argv[4]
sock = socket.socket(); sock.connect((host, port))
def reader():
    buf = ''
    while 1:
        try: d = sock.recv(4096)
        except OSError: d = b''
        if not d:
            q.put(None); return
        buf += d.decode('latin-1')
        while '\r\n' in buf:
            l, buf = buf.split('\r\n', 1)
            if l[3:4] == ' ': q.put(l)
threading.Thread(target=reader, daemon=True).start()
def want(code):
    l = q.get(timeout=30)
    if l is None or l[:3] != code:
        print('expected', code, 'got', l, file=sys.stderr)
        raise SystemExit(1)
lines = sys.stdin.read().replace('\r\n', '\n').split('\n')
if lines[-1] == '': del lines[-1]
want('220'); sock.send(b'HELO client\r\n')
want('250'); sock.send(b'MAIL FROM:<' + a.encode() + b'>\r\n')
want('250'); sock.send(b'RCPT TO:<' + b.encode() + b'>\r\n')
want('250'); sock.send(b'DATA\r\n'); want('354')
for l in lines:
    if l.startswith('.'): l = '.' + l
    sock.sendall(l.encode() + b'\r\n')
sock.sendall(b'.\r\n'); want('250')
sock.sendall(b'QUIT\r\n'); want('221')
sock.close()
