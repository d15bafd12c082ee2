# The conversation in a daemon thread; the main thread waits for it no longer than it may.
import socket
import sys
import threading

host = sys.argv[1] if len(sys.argv) > 1 else '127.0.0.1'
port = int(sys.argv[2]) if len(sys.argv) > 2 else 12000
timeout_ms = int(sys.argv[3]) if len(sys.argv) > 3 else 1000

outcome = []


def converse(line):
    client = socket.socket()
    try:
        client.connect((host, port))
        client.sendall(line.encode())
        client.shutdown(socket.SHUT_WR)
        reply = b''
        while True:
            chunk = client.recv(4096)
            if not chunk:
                break
            reply += chunk
        outcome.append((0, reply.decode()) if reply else (4, 'closed without a reply'))
    except ConnectionRefusedError as error:
        outcome.append((2, str(error)))
    except OSError as error:
        outcome.append((4, str(error)))
    finally:
        client.close()


worker = threading.Thread(target=converse, args=(sys.stdin.readline().rstrip('\r\n'),), daemon=True)
worker.start()
worker.join(timeout_ms / 1000)
code, text = outcome[0] if outcome else (3, 'no reply in time')
print(text, file=sys.stderr if code else sys.stdout)
sys.exit(code)
