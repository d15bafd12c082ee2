# Looks up a name: asks a name server for its IPv4 addresses, and prints them, one a line.
# Run it with:  npm run try -- dns-query 127.0.0.1 12000 www.example.com --track python
import random
import socket
import struct
import sys

server = sys.argv[1] if len(sys.argv) > 1 else '127.0.0.1'
port = int(sys.argv[2]) if len(sys.argv) > 2 else 12000
name = sys.argv[3] if len(sys.argv) > 3 else 'www.example.com'

# TODO: ask the name server at (server, port) for the addresses of `name`.
#
#   1. build the query: a header of six 16-bit numbers, the name as labels, QTYPE 1 and QCLASS 1
#      struct.pack('>HH', 1, 2) makes the four bytes 00 01 00 02
#   2. send it with a random ID, and wait for the reply with this ID, for one second;
#      when none comes, send it once more; when none comes then either, exit with 2
#   3. look at the RCODE: when it is 3 there is no such name: exit with 1
#   4. go through the records of the answer, and print the address in each one of type 1;
#      struct.unpack_from('>HH', reply, offset) reads two 16-bit numbers
#
# client.settimeout(1) limits every wait to one second; then recvfrom() raises socket.timeout.
