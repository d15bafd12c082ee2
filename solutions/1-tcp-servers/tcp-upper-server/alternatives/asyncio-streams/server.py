# asyncio accepts; each connection is a coroutine.
import asyncio
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000


async def serve(reader, writer):
    data = await reader.read(1024)
    writer.write(data.upper())
    await writer.drain()
    writer.close()
    await writer.wait_closed()


async def main():
    server = await asyncio.start_server(serve, '127.0.0.1', port)
    async with server:
        await server.serve_forever()


asyncio.run(main())
