# Mistake: asks again after 0.3 s.
import random
import socket
import struct
import sys
import time

server = sys.argv[1] if len(sys.argv) > 1 else '127.0.0.1'
port = int(sys.argv[2]) if len(sys.argv) > 2 else 12000
name = sys.argv[3] if len(sys.argv) > 3 else 'www.example.com'


def make_query(name):
    header = struct.pack('>HHHHHH', random.randrange(65536), 0x0100, 1, 0, 0, 0)  # RD, one question
    labels = [label.encode() for label in name.split('.')]
    qname = b''.join(bytes([len(label)]) + label for label in labels) + b'\0'
    return header + qname + struct.pack('>HH', 1, 1)  # type A, class IN


def ask(client, query):
    """The reply to this query, or None when it does not come within a second."""
    client.send(query)
    deadline = time.monotonic() + 0.3
    while True:
        left = deadline - time.monotonic()
        if left <= 0:
            return None
        client.settimeout(left)  # other replies do not lengthen the second
        try:
            reply = client.recv(2048)
        except socket.timeout:
            return None
        if reply[:2] == query[:2]:
            return reply


def skip_name(message, offset):
    """Where the name ends that begins here."""
    while message[offset] != 0:
        if message[offset] >= 0xC0:
            return offset + 2  # a pointer: the rest of the name stands elsewhere
        offset += 1 + message[offset]
    return offset + 1


def addresses(reply):
    qdcount, ancount = struct.unpack_from('>HH', reply, 4)
    offset = 12
    for _ in range(qdcount):
        offset = skip_name(reply, offset) + 4
    for _ in range(ancount):
        offset = skip_name(reply, offset)
        rtype, rclass, ttl, length = struct.unpack_from('>HHIH', reply, offset)
        offset += 10
        if rtype == 1:
            yield socket.inet_ntoa(reply[offset:offset + 4])
        offset += length


client = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
client.connect((server, port))  # from now on only datagrams of this server are received
query = make_query(name)
reply = ask(client, query) or ask(client, query)
client.close()

if reply is None:
    print('No answer.', file=sys.stderr)
    sys.exit(2)
rcode = reply[3] & 0x0F
found = list(addresses(reply))
if rcode != 0 or not found:
    print('No such name.' if rcode == 3 else f'No address (RCODE {rcode}).', file=sys.stderr)
    sys.exit(1)
print('\n'.join(found))
