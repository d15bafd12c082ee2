# The timer follows the round trip times that were measured, as TCP's does, between 150 and 600 ms.
import socket
import sys
import time


class Timer:
    def __init__(self):
        self.smooth, self.varies = None, 0.0

    @property
    def seconds(self):
        if self.smooth is None:
            return 0.6
        return min(max(self.smooth + 4 * self.varies, 0.15), 0.6)

    def measured(self, rtt):
        if self.smooth is None:
            self.smooth, self.varies = rtt, rtt / 2
        self.varies = 0.75 * self.varies + 0.25 * abs(rtt - self.smooth)
        self.smooth = 0.875 * self.smooth + 0.125 * rtt


def checksum(data):
    total = 0
    for high, low in zip(data[::2], data[1::2] + b'\0'):
        total += high * 256 + low
    while total >= 65536:
        total += 1 - 65536
    return 65535 - total


def pack(seq, flags, payload=b''):
    return bytes((seq, flags)) + checksum(bytes((seq, flags)) + payload).to_bytes(2, 'big') + payload


server = (sys.argv[1], int(sys.argv[2]))
sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
timer = Timer()


def send(seq, flags, payload):
    for attempt in range(1, 11):
        began = time.perf_counter()
        deadline = began + timer.seconds
        sock.sendto(pack(seq, flags, payload), server)
        while (left := deadline - time.perf_counter()) > 0:
            sock.settimeout(left)
            try:
                ack = sock.recv(64)
            except OSError:
                break
            if ack == pack(seq, 0x80):
                if attempt == 1:  # of a repeated one nobody knows which transmission was acknowledged
                    timer.measured(time.perf_counter() - began)
                return True
    return False


data = open(sys.argv[3], 'rb').read()
seq = 0
while len(data) > 1000:
    if not send(seq, 0, data[:1000]):
        exit(1)
    data = data[1000:]
    seq ^= 1
exit(0 if send(seq, 1, data) else 1)
