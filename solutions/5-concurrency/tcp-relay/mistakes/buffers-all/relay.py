import asyncio
import sys


async def copy(reader, writer):
    while data := await reader.read(65536):
        writer.write(data)
    writer.write_eof()


async def handle(reader, writer):
    try:
        there_reader, there_writer = await asyncio.open_connection(sys.argv[2], int(sys.argv[3]))
        await asyncio.gather(copy(reader, there_writer), copy(there_reader, writer))
        there_writer.close()
    except OSError as e:
        print(e)
    writer.close()


async def main():
    server = await asyncio.start_server(handle, port=int(sys.argv[1]))
    await server.serve_forever()


asyncio.run(main())
