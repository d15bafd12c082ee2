# asyncio has recv_exact() already: readexactly(), which raises where the client ends too early.
import asyncio
import struct
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000


async def serve(reader, writer):
    try:
        while True:
            (length,) = struct.unpack('!I', await reader.readexactly(4))
            if length > 1 << 20:
                break
            reply = (await reader.readexactly(length)).upper()
            writer.write(struct.pack('!I', len(reply)))
            writer.write(reply)
            await writer.drain()
    except asyncio.IncompleteReadError:
        pass
    writer.close()


async def main():
    server = await asyncio.start_server(serve, '', port)
    await server.serve_forever()


asyncio.run(main())
