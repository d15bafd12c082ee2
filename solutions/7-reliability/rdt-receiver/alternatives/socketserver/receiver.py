import socketserver
import sys
import time


def checksum(data):
    total = 0
    for high, low in zip(data[::2], data[1::2] + b'\0'):
        total += high * 256 + low
    while total >= 65536:
        total = total - 65536 + 1
    return 65535 - total


class Handler(socketserver.DatagramRequestHandler):
    def handle(self):
        server, packet = self.server, self.packet
        if len(packet) < 4:
            return
        if checksum(packet[:2] + b'\0\0' + packet[4:]) != int.from_bytes(packet[2:4], 'big'):
            return
        if server.sender not in (None, self.client_address):
            return
        server.sender = self.client_address
        if packet[0] == server.expected:
            server.file.write(packet[4:])
            server.expected = 1 - packet[0]
            server.finished |= bool(packet[1] & 1)
        server.last = time.monotonic()
        head = bytes([packet[0], 0x80])
        self.socket.sendto(head + checksum(head + b'\0\0').to_bytes(2, 'big'), self.client_address)

    def finish(self):
        pass  # the usual one sends an empty datagram when nothing was written


with socketserver.UDPServer(('', int(sys.argv[1])), Handler) as server, open(sys.argv[2], 'wb') as file:
    server.file = file
    server.sender, server.expected, server.finished = None, 0, False
    server.timeout = 0.05
    while not (server.finished and time.monotonic() - server.last > 1):
        server.handle_request()
