# asyncio calls datagram_received() with the datagram and its sender.
import asyncio
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000


class Counter(asyncio.DatagramProtocol):
    def connection_made(self, transport):
        self.transport = transport

    def datagram_received(self, data, addr):
        self.transport.sendto(f'got {len(data)} bytes'.encode(), addr)


async def main():
    loop = asyncio.get_running_loop()
    await loop.create_datagram_endpoint(Counter, local_addr=('0.0.0.0', port))
    await asyncio.Event().wait()


asyncio.run(main())
