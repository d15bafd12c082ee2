# create_connection(), makefile(), a prompt on standard error, and exit codes looked up in a table.
import socket
import sys

host = sys.argv[1] if len(sys.argv) > 1 else '127.0.0.1'
port = int(sys.argv[2]) if len(sys.argv) > 2 else 12000
timeout_ms = int(sys.argv[3]) if len(sys.argv) > 3 else 1000

print('line: ', end='', file=sys.stderr, flush=True)
line = sys.stdin.readline().rstrip('\r\n')
codes = {ConnectionRefusedError: 2, socket.timeout: 3}
try:
    with socket.create_connection((host, port), timeout=timeout_ms / 1000) as client:
        with client.makefile('rwb') as stream:
            stream.write(line.encode() + b'\n')
            stream.flush()
            reply = stream.read()
    if not reply:
        raise EOFError('end of the stream instead of a reply')
except (OSError, EOFError) as error:
    print(f'{type(error).__name__}: {error}', file=sys.stderr)
    raise SystemExit(codes.get(type(error), 4)) from None
print(reply.decode())
