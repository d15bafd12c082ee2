import asyncio
import os
import sys

port, root = int(sys.argv[1]), os.path.abspath(sys.argv[2])


def look_up(target):
    path = os.path.normpath(root + '/' + target)
    if os.path.commonpath([path, root]) != root or not os.path.isfile(path):
        return None
    return path


async def serve(reader, writer):
    try:
        head = await reader.readuntil(b'\r\n\r\n')
        method, target, *_ = head.split(b' ')
        if method != b'GET':
            writer.write(b'HTTP/1.1 501 Not Implemented\r\nContent-Length: 0\r\nConnection: close\r\n\r\n')
        elif (path := look_up(target.decode())) is None:
            writer.write(b'HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n<h1>lost</h1>')
        else:
            size = os.path.getsize(path)
            writer.write(f'HTTP/1.1 200 OK\r\nServer: asyncio\r\nContent-Length: {size}\r\n\r\n'.encode())
            with open(path, 'rb') as file:
                while piece := file.read(100):
                    writer.write(piece)
                    await writer.drain()
    except (asyncio.IncompleteReadError, ConnectionError):
        print('gone')
    finally:
        writer.close()


async def main():
    async with await asyncio.start_server(serve, '127.0.0.1', port) as server:
        await server.serve_forever()


asyncio.run(main())
