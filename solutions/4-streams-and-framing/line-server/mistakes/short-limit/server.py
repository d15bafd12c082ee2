# Mistake: a StreamReader holds only 64 KiB of a line, unless it is told otherwise.
import asyncio
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000


async def serve(reader, writer):
    while line := await reader.readline():
        writer.write(line.rstrip(b'\r\n').upper() + b'\n')
        await writer.drain()
    writer.close()


async def main():
    server = await asyncio.start_server(serve, '127.0.0.1', port)
    async with server:
        await server.serve_forever()


asyncio.run(main())
