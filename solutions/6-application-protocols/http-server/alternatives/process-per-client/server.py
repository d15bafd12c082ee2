# one byte recv, process per client, header dripping
import os, socket, sys, signal, time
signal.signal(signal.SIGCHLD, signal.SIG_IGN)
s = socket.create_server(('127.0.0.1', int(sys.argv[1])))
while True:
    c, a = s.accept()
    if os.fork():
        c.close(); continue
    req = b''
    while not req.endswith(b'\r\n\r\n'):
        b = c.recv(1)
        if not b: os._exit(0)
        req += b
    w = req.split()
    os.chdir(sys.argv[2])
    p = os.path.relpath(w[1].decode().lstrip('/'))
    out = b'HTTP/1.0 404 Not Found\r\nX: y\r\n\r\n'
    if w[0] != b'GET': out = b'HTTP/1.0 501 x\r\n\r\n'
    elif not p.startswith('..') and os.path.isfile(p): out = b'HTTP/1.0 200 ok\r\nX: y\r\n\r\n' + open(p, 'rb').read()
    for i in range(0, 30): c.send(out[i:i+1]); time.sleep(.005)
    c.sendall(out[30:])
    os._exit(0)
