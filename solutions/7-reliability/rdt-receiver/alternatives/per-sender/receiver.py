# Keeps what every sender sends apart, and writes the file of the first one.
import socket
import struct
import sys
from collections import defaultdict


def checksum(data):
    if len(data) % 2:
        data = data + b'\0'
    total = sum(word for (word,) in struct.iter_unpack('!H', data))
    total = (total >> 16) + (total & 0xFFFF)
    total += total >> 16
    return ~total & 0xFFFF


transfers = defaultdict(list)
finished = False
sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(('0.0.0.0', int(sys.argv[1])))
while True:
    try:
        data, who = sock.recvfrom(4096)
    except socket.timeout:
        break
    try:
        seq, flags, got = struct.unpack_from('!BBH', data)
    except struct.error:
        print('too short', data)
        continue
    want = checksum(struct.pack('!BBH', seq, flags, 0) + data[4:])
    if got != want:
        print('damaged', hex(got), hex(want))
        continue
    blocks = transfers[who]
    if len(blocks) % 2 == seq:
        blocks.append(data[4:])
    elif not blocks:
        continue
    ack = struct.pack('!BBH', seq, 0x80, 0)
    sock.sendto(struct.pack('!BBH', seq, 0x80, checksum(ack)), who)
    if flags & 1 and who == next(iter(transfers)):
        sock.settimeout(1.0)

with open(sys.argv[2], 'wb') as f:
    f.writelines(next(iter(transfers.values())))
