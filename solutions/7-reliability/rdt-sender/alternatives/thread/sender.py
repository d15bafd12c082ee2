# One thread listens for ACKs, the main one sends.
import socket
import sys
import threading

host, port, path = sys.argv[1], int(sys.argv[2]), sys.argv[3]
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(('', 0))
changed = threading.Condition()
last_ack = None


def ones_sum(data):
    total = 0
    for i, byte in enumerate(data):
        total += byte if i % 2 else byte << 8
        total = (total & 0xFFFF) + (total >> 16)
    return total


def listen():
    global last_ack
    while True:
        ack, _ = s.recvfrom(512)
        if len(ack) == 4 and ack[1] == 0x80 and ones_sum(ack) == 0xFFFF:
            with changed:
                last_ack = ack[0]
                changed.notify_all()


threading.Thread(target=listen, daemon=True).start()

with open(path, 'rb') as file:
    seq = 0
    block = file.read(999)
    while True:
        following = file.read(999)
        packet = bytearray([seq, 0 if following else 1, 0, 0]) + block
        packet[2:4] = (0xFFFF - ones_sum(packet)).to_bytes(2, 'big')
        for _ in range(10):
            with changed:
                s.sendto(packet, (host, port))
                if changed.wait_for(lambda: last_ack == seq, timeout=0.2):
                    break
        else:
            sys.exit(1)
        if not following:
            break
        block, seq = following, 1 - seq
