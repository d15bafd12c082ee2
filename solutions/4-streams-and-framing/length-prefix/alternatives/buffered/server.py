# One buffer for a connection: every recv() adds to it, and every complete frame is cut from its front.
import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000

server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind(('127.0.0.1', port))
server.listen()

while True:
    connection, address = server.accept()
    buffer, refused = bytearray(), False
    while not refused:
        chunk = connection.recv(3000)
        if not chunk:
            break
        buffer += chunk
        while len(buffer) >= 4:
            length = int.from_bytes(buffer[:4], 'big')
            if length > 2**20:
                refused = True
                break
            if len(buffer) < 4 + length:
                break
            reply = bytes(buffer[4 : 4 + length]).decode().upper().encode()
            del buffer[: 4 + length]
            connection.sendall(len(reply).to_bytes(4, 'big') + reply)
    connection.close()
