# An asyncio endpoint, and a new ID for each attempt.
import asyncio, random, struct, sys, ipaddress
server = sys.argv[1] if len(sys.argv) > 1 else '127.0.0.1'
port = int(sys.argv[2]) if len(sys.argv) > 2 else 12000
name = sys.argv[3] if len(sys.argv) > 3 else 'www.example.com'

class Dns(asyncio.DatagramProtocol):
    def __init__(self): self.done = asyncio.get_running_loop().create_future(); self.qid = None
    def datagram_received(self, data, addr):
        if struct.unpack('!H', data[:2])[0] == self.qid and not self.done.done(): self.done.set_result(data)
    def error_received(self, exc): pass
def parse(d):
    an = struct.unpack('!H', d[6:8])[0]
    i = 12
    def skip(i):
        while d[i]:
            if d[i] > 63: return i + 2
            i += d[i] + 1
        return i + 1
    i = skip(i) + 4
    out = []
    while an:
        i = skip(i); t, c, ttl, n = struct.unpack('!HHIH', d[i:i + 10]); i += 10
        if t == 1 and n == 4: out.append(str(ipaddress.IPv4Address(d[i:i + 4])))
        i += n; an -= 1
    return out
async def main():
    loop = asyncio.get_running_loop()
    tr, p = await loop.create_datagram_endpoint(Dns, remote_addr=(server, port))
    for t in (1.0, 2.0):
        p.qid = random.getrandbits(16)   # a new ID each time
        q = struct.pack('!6H', p.qid, 256, 1, 0, 0, 0) + b''.join(struct.pack('B', len(x)) + x.encode() for x in (name + '.').split('.')) + struct.pack('!2H', 1, 1)
        tr.sendto(q)
        try: d = await asyncio.wait_for(asyncio.shield(p.done), t)
        except asyncio.TimeoutError: continue
        code = d[3] & 0xf
        if code == 3: return 1
        res = parse(d)
        for r in sorted(res): print(r)
        return 0 if res else 5
    return 2
sys.exit(asyncio.run(main()))
