import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000
outfile = sys.argv[2] if len(sys.argv) > 2 else 'received'

FIN = 0x01
ACK = 0x80
HEADER_BYTES = 4
QUIET_SECONDS = 1


def checksum(data):
    """The Internet checksum: the inverted one's complement sum of words of 16 bits, big-endian."""
    if len(data) % 2 == 1:
        data += b'\0'
    total = 0
    for i in range(0, len(data), 2):
        total += data[i] << 8 | data[i + 1]
    while total > 0xFFFF:
        total = (total & 0xFFFF) + (total >> 16)  # the carry comes in again on the right
    return ~total & 0xFFFF


def make_ack(seq):
    header = bytes([seq, ACK])
    return header + checksum(header + b'\0\0').to_bytes(2, 'big')


def is_whole(packet):
    if len(packet) < HEADER_BYTES:
        return False
    zeroed = packet[:2] + b'\0\0' + packet[HEADER_BYTES:]
    return int.from_bytes(packet[2:HEADER_BYTES], 'big') == checksum(zeroed)


receiver = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
receiver.bind(('', port))
print(f'waiting for a file on port {port}')

sender = None  # the address of the first whole packet
expected_seq = 0

with open(outfile, 'wb') as file:
    while True:
        try:
            packet, address = receiver.recvfrom(2048)
        except socket.timeout:
            break  # a quiet second after FIN: nobody misses an ACK
        if not is_whole(packet):
            continue
        if sender is None:
            sender = address
        if address != sender:
            continue

        seq, flags = packet[0], packet[1]
        if seq == expected_seq:
            file.write(packet[HEADER_BYTES:])
            expected_seq = 1 - expected_seq
            if flags & FIN:
                receiver.settimeout(QUIET_SECONDS)
        receiver.sendto(make_ack(1 - seq), address)  # which one I want next

receiver.close()
print(f'wrote {outfile}')
