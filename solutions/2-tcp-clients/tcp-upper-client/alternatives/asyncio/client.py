# asyncio streams.
import asyncio
import sys

host = sys.argv[1] if len(sys.argv) > 1 else '127.0.0.1'
port = int(sys.argv[2]) if len(sys.argv) > 2 else 12000


async def main():
    line = await asyncio.get_running_loop().run_in_executor(None, sys.stdin.readline)
    reader, writer = await asyncio.open_connection(host, port)
    writer.write(line.encode())
    await writer.drain()
    print((await reader.read()).decode())
    writer.close()
    await writer.wait_closed()


asyncio.run(main())
