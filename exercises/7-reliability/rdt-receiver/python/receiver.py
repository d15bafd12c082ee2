# The receiver of a reliable transfer: takes packets, acknowledges them, writes a file.
# Run it with:  npm run try -- rdt-receiver 12000 received --track python
import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000
outfile = sys.argv[2] if len(sys.argv) > 2 else 'received'

FIN = 0x01  # flag of the last packet of a file
ACK = 0x80  # flag of an acknowledgement
HEADER_BYTES = 4  # seq, flags, and a checksum of two bytes
QUIET_SECONDS = 1


def checksum(data):
    """The Internet checksum of these bytes, a number from 0 to 0xFFFF."""
    return 0  # TODO: add up words of 16 bits, add the carry to the sum, invert it


def make_ack(seq):
    """The four bytes that acknowledge the packet with this seq."""
    return bytes([seq, ACK, 0, 0])  # TODO: the last two bytes are the checksum of the ACK


receiver = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
receiver.bind(('', port))
print(f'waiting for a file on port {port}')

with open(outfile, 'wb') as file:
    while True:
        packet, address = receiver.recvfrom(2048)
        seq, flags, payload = packet[0], packet[1], packet[HEADER_BYTES:]

        # TODO: which packets are written, which are acknowledged, and which are ignored?
        #
        #   - a damaged one: its checksum is not the one in bytes 2 and 3
        #   - one from another address than the first whole packet came from
        #   - the one that is due: seq 0 first, then 1, then 0, then 1 …
        #   - one that came before, because its ACK was lost
        #
        # TODO: after the packet with FIN wait for a quiet second, and leave the loop.
        print('received', seq, flags, len(payload), 'bytes from', address)  # replace this line

receiver.close()
