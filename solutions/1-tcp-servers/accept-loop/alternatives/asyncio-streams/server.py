# asyncio accepts; each connection is a coroutine.
import asyncio
import itertools
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000
numbers = itertools.count(1)


async def handle(reader, writer):
    n = next(numbers)
    try:
        writer.write(f'welcome {n}\n'.encode())
        await writer.drain()
        writer.close()
        await writer.wait_closed()
    except OSError as error:
        print(f'client {n} got no greeting: {error}')


async def main():
    server = await asyncio.start_server(handle, '0.0.0.0', port)
    async with server:
        await server.serve_forever()


asyncio.run(main())
