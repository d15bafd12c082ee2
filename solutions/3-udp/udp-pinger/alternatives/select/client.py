# Empties the socket before every ping, then waits with select(); ends with 1 when something was lost, as ping(8) may.
import select
import socket
import sys
import time

host, port, count = (sys.argv[1:] + ['127.0.0.1', '12000', '10'][len(sys.argv) - 1 :])[:3]
count = int(count)

client = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
client.setblocking(False)


def take():
    try:
        return client.recvfrom(65535)[0]
    except BlockingIOError:
        return None


def ping(seq):
    while take() is not None:
        pass
    sent_at = time.time_ns()
    client.sendto(b'Ping %d %d' % (seq, sent_at), (host, int(port)))
    deadline = sent_at + 1_000_000_000
    while time.time_ns() < deadline:
        select.select([client], [], [], (deadline - time.time_ns()) / 1e9 if time.time_ns() < deadline else 0)
        reply = take()
        if reply is not None and reply.lower().startswith(b'ping %d ' % seq):
            return (time.time_ns() - sent_at) / 1e6
    return None


received = 0
for seq in range(1, count + 1):
    rtt = ping(seq)
    received += rtt is not None
    print(f'PING {host}: seq={seq}', 'timeout' if rtt is None else f'rtt={rtt} ms')

print('---')
print(f'sent={count} received={received} lost={100 * (count - received) // count}%')
sys.exit(received < count)
