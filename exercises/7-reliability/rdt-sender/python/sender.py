# The sender of a reliable transfer: sends a file packet by packet, and each packet until it is acknowledged.
# Run it with:  npm run try -- rdt-sender 127.0.0.1 12000 FILE --track python
import socket
import sys
import time

host = sys.argv[1] if len(sys.argv) > 1 else '127.0.0.1'
port = int(sys.argv[2]) if len(sys.argv) > 2 else 12000
path = sys.argv[3] if len(sys.argv) > 3 else 'file'

FIN = 0x01  # flag of the last packet of a file
ACK = 0x80  # flag of an acknowledgement
PAYLOAD_BYTES = 1000
TIMER_SECONDS = 0.2
MOST_TRIES = 10


def checksum(data):
    """The Internet checksum of these bytes, a number from 0 to 0xFFFF."""
    return 0  # TODO: you have written it for the receiver


def make_packet(seq, flags, payload=b''):
    """A whole packet: seq, flags, the checksum over all of it, and the payload."""
    return bytes([seq, flags, 0, 0]) + payload  # TODO: put the checksum into bytes 2 and 3


def deliver(seq, packet):
    """Sends a packet until its ACK comes."""
    sender.sendto(packet, (host, port))
    # TODO: wait for the ACK of this packet, for TIMER_SECONDS at most. Other ACKs and damaged ones are ignored,
    # and do not lengthen the wait. If it does not come, send the packet again; after MOST_TRIES transmissions
    # end the program with exit code 1.


sender = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
try:
    with open(path, 'rb') as file:
        content = file.read()
except OSError as error:
    sys.exit(f'{path} cannot be read: {error}')

# TODO: cut content into blocks of PAYLOAD_BYTES, and deliver them one after the other, with seq 0, 1, 0, 1 …
# The last packet has FIN. An empty file is one packet, too.
print(len(content), 'bytes are to be sent')  # replace this line

sender.close()
