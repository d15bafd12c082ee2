# An asyncio datagram endpoint, with a future for every ping.
import asyncio
import sys

host = sys.argv[1] if len(sys.argv) > 1 else '127.0.0.1'
port = int(sys.argv[2]) if len(sys.argv) > 2 else 12000
count = int(sys.argv[3]) if len(sys.argv) > 3 else 10


class Pinger(asyncio.DatagramProtocol):
    def __init__(self):
        self.waiting = {}

    def datagram_received(self, data, address):
        future = self.waiting.get(int(data.split()[1]))
        if future is not None and not future.done():
            future.set_result(asyncio.get_running_loop().time())

    async def ping(self, transport, seq):
        loop = asyncio.get_running_loop()
        future = self.waiting[seq] = loop.create_future()
        sent_at = loop.time()
        transport.sendto(f'Ping {seq} {sent_at}'.encode())
        try:
            return (await asyncio.wait_for(future, 1) - sent_at) * 1000
        except asyncio.TimeoutError:
            return None
        finally:
            del self.waiting[seq]


async def main():
    transport, pinger = await asyncio.get_running_loop().create_datagram_endpoint(Pinger, remote_addr=(host, port))
    rtts = []
    for seq in range(1, count + 1):
        rtt = await pinger.ping(transport, seq)
        rtts.append(rtt)
        print(f'seq={seq} ' + ('timeout' if rtt is None else f'rtt={rtt:.2f} ms'))
    transport.close()
    received = sum(rtt is not None for rtt in rtts)
    print(f'sent={count} received={received} lost={100 * (count - received) / count:.2f}%')


asyncio.run(main())
