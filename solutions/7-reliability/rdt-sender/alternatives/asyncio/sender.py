import asyncio
import struct
import sys


def checksum(data):
    if len(data) % 2:
        data += b'\0'
    total = sum(struct.unpack(f'>{len(data) // 2}H', data))
    while total >> 16:
        total = (total & 0xFFFF) + (total >> 16)
    return total ^ 0xFFFF


def packet(seq, flags, payload=b''):
    total = checksum(bytes([seq, flags]) + payload)  # two zeros in between add nothing
    return struct.pack('>BBH', seq, flags, total) + payload


class Acks(asyncio.DatagramProtocol):
    def __init__(self):
        self.waited_for = None
        self.seq = None

    def datagram_received(self, data, address):
        if self.waited_for and not self.waited_for.done() and data == packet(self.seq, 0x80):
            self.waited_for.set_result(True)


async def main(host, port, path):
    loop = asyncio.get_running_loop()
    transport, acks = await loop.create_datagram_endpoint(Acks, remote_addr=(host, port))
    with open(path, 'rb') as file:
        blocks = list(iter(lambda: file.read(1000), b'')) or [b'']
    for i, block in enumerate(blocks):
        acks.seq = i % 2
        acks.waited_for = loop.create_future()
        for _ in range(10):
            transport.sendto(packet(acks.seq, int(i == len(blocks) - 1), block))
            try:
                await asyncio.wait_for(asyncio.shield(acks.waited_for), 0.2)
                break
            except asyncio.TimeoutError:
                continue
        else:
            return 1
    transport.close()
    return 0


sys.exit(asyncio.run(main(sys.argv[1], int(sys.argv[2]), sys.argv[3])))
