# asyncio: read() returns at the end of the stream; the writer is still open then.
import asyncio
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000


async def serve(reader, writer):
    data = await reader.read()
    writer.write(b"bytes=%d lines=%d\n" % (len(data), data.count(10)))
    writer.write_eof()
    await writer.drain()
    writer.close()


async def main():
    server = await asyncio.start_server(serve, '127.0.0.1', port)
    await server.serve_forever()


asyncio.run(main())
