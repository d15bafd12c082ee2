# A UDP pinger: sends COUNT pings and says what became of each.
# Run it with:  npm run try -- udp-pinger 127.0.0.1 12000 10 --track python
import socket
import sys
import time

host = sys.argv[1] if len(sys.argv) > 1 else '127.0.0.1'
port = int(sys.argv[2]) if len(sys.argv) > 2 else 12000
count = int(sys.argv[3]) if len(sys.argv) > 3 else 10

# TODO: for seq from 1 to count, one ping after the other:
#
#   1. note the time and send the datagram `Ping <seq> <time>` to (host, port)
#   2. wait for the reply that has this number in it, for one second at most;
#      other replies may arrive meanwhile, and they do not lengthen the second
#   3. print `seq=<seq> rtt=<x> ms` or `seq=<seq> timeout`
#
# Then print `sent=<n> received=<n> lost=<p>%`, and close the socket.
#
# time.monotonic() returns seconds, as a fraction; settimeout() takes seconds, and
# recvfrom() raises socket.timeout when they have passed.
