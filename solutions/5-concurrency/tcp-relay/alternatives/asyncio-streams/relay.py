import asyncio
import sys


async def copy(reader, writer):
    while data := await reader.read(8192):
        writer.write(data)
        await writer.drain()
    writer.write_eof()


async def handle(reader, writer):
    try:
        there_reader, there_writer = await asyncio.open_connection(sys.argv[2], int(sys.argv[3]))
    except OSError as e:
        print(e)
        writer.close()
        return
    try:
        await asyncio.gather(copy(reader, there_writer), copy(there_reader, writer))
    except OSError as e:
        print(e)
    finally:
        there_writer.close()
        writer.close()


async def main():
    server = await asyncio.start_server(handle, '127.0.0.1', int(sys.argv[1]))
    await server.serve_forever()


asyncio.run(main())
