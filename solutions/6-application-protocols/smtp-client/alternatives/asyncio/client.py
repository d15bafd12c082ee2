# Asyncio streams; does not wait for 221.
import asyncio, sys, re
host, port, sender, recipient = sys.argv[1:5]
async def main():
    reader, writer = await asyncio.open_connection(host, int(port))
    async def reply():
        while True:
            line = (await reader.readuntil(b'\r\n')).decode()
            if not re.match(r'\d{3}-', line):
                return line
    async def command(c, want):
        if c is not None:
            writer.write(c + b'\r\n'); await writer.drain()
        got = await reply()
        if not got.startswith(want):
            print(got, file=sys.stderr); writer.close(); sys.exit(1)
    await command(None, '2')
    await command(b'EHLO me', '2')
    await command(b'MAIL FROM:<%b>' % sender.encode(), '2')
    await command(b'RCPT TO:<%b>' % recipient.encode(), '2')
    await command(b'DATA', '3')
    data = sys.stdin.read().replace('\r', '')
    if not data.endswith('\n'): data += '\n'
    data = re.sub(r'(?m)^\.', '..', data).replace('\n', '\r\n')
    writer.write(data.encode())
    await command(b'.', '2')
    writer.write(b'QUIT\r\n'); await writer.drain()
    writer.close(); await writer.wait_closed()
asyncio.run(main())
