# asyncio, with room for long lines; the replies are collected by the system and drained now and then.
import asyncio
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000


async def serve(reader, writer):
    while True:
        try:
            line = await reader.readuntil(b'\n')
        except asyncio.IncompleteReadError:
            break
        writer.write(line.decode().rstrip('\r\n').upper().encode() + b'\n')
        await writer.drain()
    writer.close()


async def main():
    server = await asyncio.start_server(serve, '127.0.0.1', port, limit=1 << 20)
    async with server:
        await server.serve_forever()


asyncio.run(main())
