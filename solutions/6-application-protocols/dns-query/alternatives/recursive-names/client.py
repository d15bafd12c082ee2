# EDNS, letters of mixed case, select(), and names read with recursion.
import os, socket, sys, select
server = sys.argv[1] if len(sys.argv) > 1 else '127.0.0.1'
port = int(sys.argv[2]) if len(sys.argv) > 2 else 12000
name = sys.argv[3] if len(sys.argv) > 3 else 'www.example.com'

# reads names properly, prints debugging lines, EDNS, 0x20 letters, unconnected
def u16(b, o): return b[o] * 256 + b[o + 1]
def read_name(b, o, depth=0):
    parts = []
    while True:
        n = b[o]
        if n & 0xC0 == 0xC0:
            tail, _ = read_name(b, (n & 0x3F) * 256 + b[o + 1], depth + 1)
            return '.'.join(parts + [tail]), o + 2
        if n == 0: return '.'.join(parts), o + 1
        parts.append(b[o + 1:o + 1 + n].decode()); o += n + 1
qid = os.urandom(2)
mixed = ''.join(c.upper() if i % 2 else c for i, c in enumerate(name))
q = qid + b'\x01\x20\x00\x01\x00\x00\x00\x00\x00\x01'
for l in mixed.split('.'): q += bytes([len(l)]) + l.encode('ascii')
q += b'\x00\x00\x01\x00\x01' + b'\x00\x00\x29\x04\xd0\x00\x00\x00\x00\x00\x00'
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
import time
for attempt in range(3):
    print('attempt', attempt, 'asking', (server, port))
    s.sendto(q, (server, port))
    end = time.time() + 1
    while True:
        r, _, _ = select.select([s], [], [], max(0, end - time.time()))
        if not r: break
        a, peer = s.recvfrom(4096)
        if a[:2] != qid: print('not mine from', peer); continue
        rcode = a[3] & 15
        if rcode == 3: print('NXDOMAIN'); sys.exit(1)
        if rcode: sys.exit(3)
        n, o = read_name(a, 12); o += 4
        found = 0
        for i in range(u16(a, 6)):
            n, o = read_name(a, o)
            t, ln = u16(a, o), u16(a, o + 8)
            d = a[o + 10:o + 10 + ln]; o += 10 + ln
            if t == 5: print('alias', read_name(a, o - ln)[0])
            if t == 1: print('.'.join(str(x) for x in d)); found += 1
        sys.exit(0 if found else 4)
sys.exit(2)
