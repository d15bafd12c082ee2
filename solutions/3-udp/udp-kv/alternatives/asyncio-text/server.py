# asyncio, text instead of bytes, and silence where there is nothing.
import asyncio
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000


class Store(asyncio.DatagramProtocol):
    def __init__(self):
        self.values = {}

    def connection_made(self, transport):
        self.transport = transport

    def datagram_received(self, data, addr):
        text = data.decode('utf-8')
        if '=' in text:
            key, value = text.split('=', 1)
            self.values[key] = value
        elif text == 'version':
            self.transport.sendto('version=asyncio größer als 1'.encode(), addr)
        elif text in self.values:
            self.transport.sendto(f'{text}={self.values[text]}'.encode(), addr)


async def main():
    loop = asyncio.get_running_loop()
    await loop.create_datagram_endpoint(Store, local_addr=('127.0.0.1', port))
    await asyncio.Event().wait()


asyncio.run(main())
