import queue
import socket
import sys
import threading

port, outfile = int(sys.argv[1]), sys.argv[2]
blocks = queue.Queue()


def checksum(data):
    total = 0
    for i, byte in enumerate(data):
        total += byte if i % 2 else byte << 8
    while total > 0xFFFF:
        total = total % 0x10000 + total // 0x10000
    return 0xFFFF - total


def write():
    with open(outfile, 'wb') as file:
        while (block := blocks.get()) is not None:
            file.write(block)
            file.flush()


writer = threading.Thread(target=write)
writer.start()

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(('', port))
peer, last = None, 1
while True:
    try:
        packet, address = s.recvfrom(65535)
    except OSError:
        break
    if len(packet) < 4 or (peer and address != peer):
        continue
    copy = bytearray(packet)
    copy[2] = copy[3] = 0
    if checksum(copy) != packet[2] * 256 + packet[3]:
        continue
    peer = address
    if packet[0] != last:
        last = packet[0]
        blocks.put(packet[4:])
        if packet[1] == 1:
            s.settimeout(1)
    ack = bytearray([last, 0x80, 0, 0])
    ack[2:4] = checksum(ack).to_bytes(2, 'big')
    s.sendto(ack, peer)

blocks.put(None)
writer.join()
