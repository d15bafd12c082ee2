# index.html for everything outside; chunked by hand; asyncio protocol
import asyncio, os, sys
root = os.path.realpath(sys.argv[2])
class P(asyncio.Protocol):
    def connection_made(self, t): self.t, self.b = t, b''
    def data_received(self, d):
        self.b += d
        if b'\r\n\r\n' not in self.b: return
        m, t, *_ = self.b.split(b' ')
        p = os.path.realpath(root + '/' + t.decode())
        if not p.startswith(root + '/'): p = root + '/index.html'
        if m != b'GET': self.t.write(b'HTTP/1.1 405 no\r\nContent-Length: 3\r\n\r\nno\n'); return
        try: data = open(p, 'rb').read()
        except OSError: self.t.write(b'HTTP/1.1 404 no\r\ntransfer-encoding: Chunked\r\n\r\n0\r\n\r\n'); return
        self.t.write(b'HTTP/1.1 200 yes\r\nTransfer-Encoding: chunked\r\nTrailer: X\r\n\r\n')
        for i in range(0, len(data), 17):
            q = data[i:i+17]
            self.t.write(b'%X;ext=1\r\n%s\r\n' % (len(q), q))
        self.t.write(b'0\r\nX: y\r\n\r\n')
async def main():
    s = await asyncio.get_running_loop().create_server(P, '127.0.0.1', int(sys.argv[1]))
    await s.serve_forever()
asyncio.run(main())
