# Starts a ping every second, as ping(8) does, and measures by the time stamp that comes back.
import socket
import sys
import time

host = sys.argv[1] if len(sys.argv) > 1 else '127.0.0.1'
port = int(sys.argv[2]) if len(sys.argv) > 2 else 12000
count = int(sys.argv[3]) if len(sys.argv) > 3 else 10

client = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
received = 0

for seq in range(1, count + 1):
    started = time.time()
    client.sendto(f'Ping {seq} {started!r}'.encode(), (host, port))
    answered = False
    while not answered and time.time() < started + 1:
        client.settimeout(max(0.001, started + 1 - time.time()))
        try:
            _, number, stamp = client.recvfrom(1024)[0].split()
        except socket.timeout:
            continue
        answered = int(number) == seq
    if answered:
        received += 1
        print(f'seq={seq} rtt={1000 * (time.time() - float(stamp))} ms')
    else:
        print(f'seq={seq} timeout')
    if seq < count:
        time.sleep(max(0, started + 1 - time.time()))

client.close()
print(f'sent={count} received={received} lost={100 - 100 * received // count}%')
