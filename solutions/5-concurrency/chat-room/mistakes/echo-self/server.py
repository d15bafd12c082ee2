import asyncio
import re
import sys

members = {}


def broadcast(text):
    for name, writer in members.items():
        if not writer.is_closing():
            writer.write((text + '\n').encode())  # no drain(): nobody waits for anybody


async def client(reader, writer):
    name = None
    try:
        asked = (await reader.readline()).decode().strip()
        if not re.fullmatch(r'[A-Za-z0-9]{1,16}', asked) or asked in members:
            writer.write(b'error bad name\r\n')
            return
        writer.write(('* present: ' + ', '.join(members) + '\r\n').encode())
        name = asked
        broadcast(f'* {name} joined')
        members[name] = writer
        while line := await reader.readline():
            broadcast(f'[{name}] {line.decode().rstrip()}')
    except ConnectionError as e:
        print('lost', name, e)
    finally:
        if name:
            members.pop(name)
            broadcast(f'* {name} left')
        writer.close()


async def main():
    server = await asyncio.start_server(client, '127.0.0.1', int(sys.argv[1]) if len(sys.argv) > 1 else 12000)
    async with server:
        await server.serve_forever()


asyncio.run(main())
