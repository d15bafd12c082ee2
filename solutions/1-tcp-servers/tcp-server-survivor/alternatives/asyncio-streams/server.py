# asyncio: an exception belongs to its task; the connection is closed in finally.
import asyncio
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000


async def serve(reader, writer):
    try:
        writer.write((await reader.read(1024)).upper())
        await writer.drain()
    finally:
        writer.close()


async def main():
    server = await asyncio.start_server(serve, '127.0.0.1', port)
    async with server:
        await server.serve_forever()


asyncio.run(main())
