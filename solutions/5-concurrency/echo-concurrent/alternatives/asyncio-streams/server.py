import asyncio
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000


async def echo(reader, writer):
    try:
        while True:
            data = await reader.read(4096)
            if not data:
                break
            writer.write(data)
            await writer.drain()
    except ConnectionError as error:
        print(error)
    finally:
        writer.close()


async def main():
    server = await asyncio.start_server(echo, '', port)
    async with server:
        await server.serve_forever()


asyncio.run(main())
