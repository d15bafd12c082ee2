import socket
import socketserver
import struct
import sys
import threading

room = {}
lock = threading.RLock()


def shout(message, who):
    with lock:
        for name, sock in list(room.items()):
            if name == who:
                continue
            try:
                sock.sendall(message.encode() + b'\n')  # has a second, see below
            except OSError as e:
                print('dropping', name, repr(e))
                room.pop(name, None)
                try:
                    sock.shutdown(socket.SHUT_RDWR)
                except OSError:
                    pass
                shout(f'* {name} left', name)


class Chat(socketserver.StreamRequestHandler):
    def handle(self):
        self.name = None
        # only sending is limited: somebody who says nothing for a second is welcome
        self.request.setsockopt(socket.SOL_SOCKET, socket.SO_SNDTIMEO, struct.pack('ll', 1, 0))
        name = self.rfile.readline().decode('latin-1').rstrip('\r\n')
        ok = name.isascii() and name.isalnum() and len(name) <= 16
        with lock:
            if not ok or name in room:
                self.wfile.write(b'error\n')
                return
            self.wfile.write(('* present: ' + ', '.join(room)).encode() + b'\n')
            room[name] = self.request
            self.name = name
            shout(f'* {name} joined', name)
        try:
            for line in self.rfile:
                shout(f'[{name}] ' + line.decode('latin-1').rstrip('\r\n'), name)
        except OSError:
            pass

    def finish(self):
        with lock:
            if self.name is not None and room.get(self.name) is self.request:
                del room[self.name]
                shout(f'* {self.name} left', self.name)
        try:
            super().finish()
        except OSError:
            pass


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True


Server(('', int(sys.argv[1]) if len(sys.argv) > 1 else 12000), Chat).serve_forever()
