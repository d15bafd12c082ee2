# An asyncio task for every datagram, each of which takes its own time.
import asyncio
import random
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000


class Server(asyncio.DatagramProtocol):
    def __init__(self):
        self.tasks = set()

    def connection_made(self, transport):
        self.transport = transport

    def datagram_received(self, data, addr):
        task = asyncio.create_task(self.answer(data, addr))
        self.tasks.add(task)  # the loop itself keeps only weak references to tasks
        task.add_done_callback(self.tasks.discard)

    async def answer(self, data, addr):
        await asyncio.sleep(random.uniform(0, 0.02))
        self.transport.sendto(data.upper(), addr)


async def main():
    loop = asyncio.get_running_loop()
    await loop.create_datagram_endpoint(Server, local_addr=('127.0.0.1', port))
    await asyncio.Event().wait()


asyncio.run(main())
