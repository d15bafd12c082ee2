# asyncio streams, one wait_for() around the whole conversation.
import asyncio
import sys

host = sys.argv[1] if len(sys.argv) > 1 else '127.0.0.1'
port = int(sys.argv[2]) if len(sys.argv) > 2 else 12000
timeout_ms = int(sys.argv[3]) if len(sys.argv) > 3 else 1000


async def converse(line):
    reader, writer = await asyncio.open_connection(host, port)
    try:
        writer.write(line.encode())
        await writer.drain()
        return await reader.read()
    finally:
        writer.close()


async def main():
    line = await asyncio.get_running_loop().run_in_executor(None, sys.stdin.readline)
    try:
        reply = await asyncio.wait_for(converse(line.rstrip('\r\n')), timeout_ms / 1000)
    except ConnectionRefusedError:
        return 2, 'refused'
    except asyncio.TimeoutError:
        return 3, 'too late'
    except OSError:
        return 4, 'the connection broke'
    if not reply:
        return 4, 'no reply, only the end of the stream'
    print(reply.decode())
    return 0, ''


code, sentence = asyncio.run(main())
if sentence:
    print(sentence, file=sys.stderr)
sys.exit(code)
