import asyncio
import sys


async def serve(reader, writer):
    upstream = None
    try:
        head = (await reader.readuntil(b'\r\n\r\n')).split(b'\r\n')
        verb, url, _ = head[0].split()
        host, slash, path = url.removeprefix(b'http://').partition(b'/')
        name, _, port = host.partition(b':')
        try:
            source, upstream = await asyncio.open_connection(name.decode(), int(port or 80))
        except OSError as error:
            text = str(error).encode()
            writer.write(b'HTTP/1.1 502 Not Good\r\nConnection: close\r\n\r\n' + text)
            return
        upstream.write(b'%s /%s HTTP/1.0\r\nHost: %s\r\nUser-Agent: mine\r\n\r\n' % (verb, path, host))
        while piece := await source.read(1000):
            writer.write(piece)
            await writer.drain()
    except (OSError, asyncio.IncompleteReadError) as error:
        print('lost', error)
    finally:
        for each in (writer, upstream):
            if each is not None:
                each.close()


async def main():
    async with await asyncio.start_server(serve, '', int(sys.argv[1])) as server:
        await server.serve_forever()


asyncio.run(main())
