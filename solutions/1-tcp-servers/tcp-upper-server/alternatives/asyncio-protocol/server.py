# asyncio's callbacks: the transport calls data_received() when bytes have come.
import asyncio
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000


class Upper(asyncio.Protocol):
    def connection_made(self, transport):
        self.transport = transport

    def data_received(self, data):
        self.transport.write(data.upper())
        self.transport.close()


async def main():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Upper, '0.0.0.0', port)
    await server.serve_forever()


asyncio.run(main())
