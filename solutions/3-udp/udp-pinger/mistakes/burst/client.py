import socket
import sys
import time

host = sys.argv[1] if len(sys.argv) > 1 else '127.0.0.1'
port = int(sys.argv[2]) if len(sys.argv) > 2 else 12000
count = int(sys.argv[3]) if len(sys.argv) > 3 else 10

client = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sent_at = {}
rtts = {}

for seq in range(1, count + 1):  # all at once
    sent_at[seq] = time.monotonic()
    client.sendto(f'Ping {seq} {time.time()}'.encode(), (host, port))

deadline = time.monotonic() + 1
while len(rtts) < count and (left := deadline - time.monotonic()) > 0:
    client.settimeout(left)
    try:
        reply, server_address = client.recvfrom(2048)
    except socket.timeout:
        break
    seq = int(reply.split()[1])
    rtts.setdefault(seq, (time.monotonic() - sent_at[seq]) * 1000)

for seq in range(1, count + 1):
    print(f'seq={seq} rtt={rtts[seq]:.3f} ms' if seq in rtts else f'seq={seq} timeout')

client.close()
print(f'sent={count} received={len(rtts)} lost={100 * (count - len(rtts)) / count:.0f}%')
