# A connected socket hears of nobody but the receiver, and whether there is one at all.
import select
import socket
import sys
import time


def checksum(data):
    data = data + b'\0' * (len(data) % 2)
    total = sum(data[::2]) * 256 + sum(data[1::2])
    while total >> 16:
        total = (total & 0xFFFF) + (total >> 16)
    return ~total & 0xFFFF


def build(seq, flags, payload):
    return bytes([seq, flags]) + checksum(bytes([seq, flags]) + payload).to_bytes(2, 'big') + payload


s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.connect((sys.argv[1], int(sys.argv[2])))
s.setblocking(False)

data = open(sys.argv[3], 'rb').read()
blocks = [data[i : i + 700] for i in range(0, len(data), 700)]
packets = [(i % 2, 0, block) for i, block in enumerate(blocks)] + [(len(blocks) % 2, 1, b'')]

for seq, flags, payload in packets:
    tries = 0
    acked = False
    while not acked:
        tries += 1
        if tries > 10:
            print('giving up', file=sys.stderr)
            raise SystemExit(1)
        until = time.monotonic() + 0.3
        try:
            s.send(build(seq, flags, payload))
            while not acked and (left := until - time.monotonic()) > 0:
                if select.select([s], [], [], left)[0]:
                    acked = s.recv(100) == build(seq, 0x80, b'')
        except ConnectionRefusedError:
            time.sleep(max(0, until - time.monotonic()))
