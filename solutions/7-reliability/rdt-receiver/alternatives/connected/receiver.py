import socket
import sys


def checksum(data):
    data = data + b'\0' * (len(data) % 2)
    total = sum(data[::2]) * 256 + sum(data[1::2])
    while total >> 16:
        total = (total & 0xFFFF) + (total >> 16)
    return ~total & 0xFFFF


def take(packet):
    """seq, flags and payload of a whole packet, else None."""
    if len(packet) < 4 or checksum(packet[:2] + packet[4:]) != int.from_bytes(packet[2:4], 'big'):
        return None
    return packet[0], packet[1], packet[4:]


s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(('127.0.0.1', int(sys.argv[1])))
first = None
while first is None:
    packet, address = s.recvfrom(2000)
    first = take(packet)
s.connect(address)  # from here on the kernel keeps everybody else away

data = b''
expected = 0
fin = False
while True:
    whole = take(packet)
    if whole is not None:
        seq, flags, payload = whole
        if seq == expected and not fin:
            data += payload
            expected ^= 1
            fin = flags & 1 == 1
        s.send(bytes([seq, 0x80]) + checksum(bytes([seq, 0x80])).to_bytes(2, 'big'))
    if fin:
        s.settimeout(1)
    try:
        packet = s.recv(2000)
    except socket.timeout:
        break
    except ConnectionRefusedError:
        pass  # the sender has its ACK and is gone

open(sys.argv[2], 'wb').write(data)
