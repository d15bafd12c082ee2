# A connected UDP socket; prints everything in the end; stamps the pings with a date in words.
import socket
import sys
import time

host = sys.argv[1] if len(sys.argv) > 1 else '127.0.0.1'
port = int(sys.argv[2]) if len(sys.argv) > 2 else 12000
count = int(sys.argv[3]) if len(sys.argv) > 3 else 10

lines, rtts = [], []
with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as client:
    client.connect((host, port))
    for seq in range(1, count + 1):
        start = time.perf_counter()
        client.send(f'Ping {seq} {time.ctime()}\n'.encode())
        result = 'timeout'
        while (left := start + 1 - time.perf_counter()) > 0:
            client.settimeout(left)
            try:
                reply = client.recv(1024).decode()
            except OSError:
                break
            if int(reply.split(maxsplit=2)[1]) == seq:
                rtts.append((time.perf_counter() - start) * 1e3)
                result = f'rtt={round(rtts[-1])} ms'
                break
        lines.append(f'seq={seq} {result}')

lines.append(f'sent={count} received={len(rtts)} lost={round(100 - 100 * len(rtts) / count, 1)}%')
print('\n'.join(lines))
