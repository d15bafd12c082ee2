# A thread receives and puts replies into a queue; the main thread waits at the queue.
import queue
import socket
import sys
import threading
import time

host = sys.argv[1] if len(sys.argv) > 1 else '127.0.0.1'
port = int(sys.argv[2]) if len(sys.argv) > 2 else 12000
count = int(sys.argv[3]) if len(sys.argv) > 3 else 10

client = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
client.bind(('', 0))
replies = queue.Queue()


def receive():
    while True:
        reply, _ = client.recvfrom(2048)
        replies.put((time.monotonic(), int(reply.split()[1])))


threading.Thread(target=receive, daemon=True).start()
received = 0

for seq in range(1, count + 1):
    start = time.monotonic()
    client.sendto(f'Ping {seq} {start}'.encode(), (host, port))
    number = None
    try:
        while number != seq:
            at, number = replies.get(timeout=max(0, start + 1 - time.monotonic()))
    except queue.Empty:
        print(f'seq={seq} timeout')
        continue
    received += 1
    print(f'seq={seq} rtt={(at - start) * 1000:.1f} ms')

print(f'sent={count} received={received} lost={(count - received) / count:.0%}')
