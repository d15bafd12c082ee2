# An asyncio datagram endpoint.
import asyncio
import sys

host = sys.argv[1] if len(sys.argv) > 1 else '127.0.0.1'
port = int(sys.argv[2]) if len(sys.argv) > 2 else 12000


class Conversation(asyncio.DatagramProtocol):
    def __init__(self, line, reply):
        self.line = line
        self.reply = reply

    def connection_made(self, transport):
        transport.sendto(self.line.encode())

    def datagram_received(self, data, address):
        if not self.reply.done():
            self.reply.set_result(data)

    def error_received(self, error):
        self.reply.set_exception(error)


async def main():
    loop = asyncio.get_running_loop()
    line = await loop.run_in_executor(None, input)
    reply = loop.create_future()
    transport, _ = await loop.create_datagram_endpoint(lambda: Conversation(line, reply), remote_addr=(host, port))
    print((await reply).decode())
    transport.close()


asyncio.run(main())
