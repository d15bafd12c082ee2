import asyncio
import sys

host, port, path = sys.argv[1], int(sys.argv[2]), sys.argv[3]


async def main():
    reader, writer = await asyncio.open_connection(host, port)
    writer.write(f'GET {path} HTTP/1.1\r\nHost: {host}:{port}\r\n'.encode())
    writer.write(b'Connection: close\r\n\r\n')
    await writer.drain()
    async for line in reader:
        sys.stdout.buffer.write(line)
    writer.close()
    await writer.wait_closed()


asyncio.run(main())
