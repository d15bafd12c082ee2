import asyncio
import re
import sys

members = {}


def broadcast(text, sender):
    for name, writer in members.items():
        if name != sender and not writer.is_closing():
            writer.write((text + '\n').encode())  # no drain(): nobody waits for anybody


async def client(reader, writer):
    name = None
    try:
        lines = (await reader.read()).decode().splitlines()
        asked = lines[0] if lines else ''
        if not re.fullmatch(r'[A-Za-z0-9]{1,16}', asked) or asked in members:
            writer.write(b'error bad name\r\n')
            return
        writer.write(('* present: ' + ', '.join(members) + '\r\n').encode())
        name = asked
        members[name] = writer
        broadcast(f'* {name} joined', name)
        for line in lines[1:]:
            broadcast(f'[{name}] {line}', name)
    except ConnectionError as e:
        print('lost', name, e)
    finally:
        if name:
            members.pop(name)
            broadcast(f'* {name} left', name)
        writer.close()


async def main():
    server = await asyncio.start_server(client, '127.0.0.1', int(sys.argv[1]) if len(sys.argv) > 1 else 12000)
    async with server:
        await server.serve_forever()


asyncio.run(main())
