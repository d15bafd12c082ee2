# A thread receives, an event limits the wait, and words stand around the address.
import socket, sys, threading, secrets, os
server = sys.argv[1] if len(sys.argv) > 1 else '127.0.0.1'
port = int(sys.argv[2]) if len(sys.argv) > 2 else 12000
name = sys.argv[3] if len(sys.argv) > 3 else 'www.example.com'

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); s.connect((server, port))
tid = secrets.token_bytes(2)
msg = bytearray(tid); msg += bytes.fromhex('01000001000000000000')
for part in name.split('.'):
    msg.append(len(part)); msg.extend(part.encode())
msg += b'\0' + bytes.fromhex('00010001')
got = threading.Event(); box = []
def listen():
    while True:
        m = s.recv(65535)
        if m[:2] == tid:
            box.append(m); got.set(); return
threading.Thread(target=listen, daemon=True).start()
for i in 'ab':
    s.send(msg)
    if got.wait(1.2): break
else:
    print('timeout', file=sys.stderr); os._exit(2)
m = box[0]
if m[3] % 16 == 3: os._exit(1)
pos = m.index(b'\0', 12) + 5
res = []
for _ in range(int.from_bytes(m[6:8], 'big')):
    while m[pos] != 0 and m[pos] < 192: pos += m[pos] + 1
    pos += 2 if m[pos] >= 192 else 1
    ty = int.from_bytes(m[pos:pos+2], 'big'); ln = int.from_bytes(m[pos+8:pos+10], 'big')
    if ty == 1: res.append('%d.%d.%d.%d' % tuple(m[pos+10:pos+14]))
    pos += 10 + ln
if not res: sys.stdout.flush(); os._exit(7)
for r in res: print('Address:', r)
sys.stdout.flush()
os._exit(0)
