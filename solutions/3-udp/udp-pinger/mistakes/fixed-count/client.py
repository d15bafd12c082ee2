import socket
import sys
import time

host = sys.argv[1] if len(sys.argv) > 1 else '127.0.0.1'
port = int(sys.argv[2]) if len(sys.argv) > 2 else 12000
count = 10


def wait_for_reply(client, seq, deadline):
    """Whether the reply to this ping comes before the deadline; other replies are ignored."""
    while True:
        left = deadline - time.monotonic()
        if left <= 0:
            return False
        client.settimeout(left)  # each wait gets only what is left of the second
        try:
            reply, server_address = client.recvfrom(2048)
        except socket.timeout:
            return False
        words = reply.split()
        if len(words) > 1 and words[1] == str(seq).encode():
            return True


client = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
received = 0

for seq in range(1, count + 1):
    sent_at = time.monotonic()
    client.sendto(f'Ping {seq} {time.time()}'.encode(), (host, port))
    if wait_for_reply(client, seq, sent_at + 1):
        rtt = (time.monotonic() - sent_at) * 1000
        print(f'seq={seq} rtt={rtt:.3f} ms')
        received += 1
    else:
        print(f'seq={seq} timeout')

client.close()
lost = 100 * (count - received) / count if count else 0
print(f'sent={count} received={received} lost={lost:.0f}%')
