import socket
import sys
import time

host = sys.argv[1] if len(sys.argv) > 1 else '127.0.0.1'
port = int(sys.argv[2]) if len(sys.argv) > 2 else 12000
path = sys.argv[3] if len(sys.argv) > 3 else 'file'

FIN = 0x01
ACK = 0x80
PAYLOAD_BYTES = 1000
TIMER_SECONDS = 0.2


def checksum(data):
    """The Internet checksum: the inverted one's complement sum of words of 16 bits, big-endian."""
    if len(data) % 2 == 1:
        data += b'\0'
    total = 0
    for i in range(0, len(data), 2):
        total += data[i] << 8 | data[i + 1]
    while total > 0xFFFF:
        total = (total & 0xFFFF) + (total >> 16)
    return ~total & 0xFFFF


def make_packet(seq, flags, payload=b''):
    total = checksum(bytes([seq, flags, 0, 0]) + payload)
    return bytes([seq, flags]) + total.to_bytes(2, 'big') + payload


def ack_comes(seq, deadline):
    """Whether the ACK of this packet comes before the deadline; everything else is ignored."""
    while True:
        left = deadline - time.monotonic()
        if left <= 0:
            return False
        sender.settimeout(left)
        try:
            answer, address = sender.recvfrom(2048)
        except socket.timeout:
            return False
        if answer == make_packet(seq, ACK):
            return True


def deliver(seq, packet):
    """Sends a packet until it is acknowledged."""
    sender.sendto(packet, (host, port))
    if not ack_comes(seq, time.monotonic() + TIMER_SECONDS):
        print('no ACK for', packet[:4].hex())


with open(path, 'rb') as file:
    content = file.read()

sender = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
seq = 0
start = 0
while True:
    payload = content[start : start + PAYLOAD_BYTES]
    start += PAYLOAD_BYTES
    last = start >= len(content)
    deliver(seq, make_packet(seq, FIN if last else 0, payload))
    if last:
        break
    seq = 1 - seq

sender.close()
print(f'sent {len(content)} bytes')
