class CouldNotSend(Exception):
    pass


def send_all(sock, data):
    view = memoryview(data.encode() if isinstance(data, str) else data)
    tries = 0
    while len(view) > 0:
        try:
            view = view[sock.send(view):]
        except OSError as error:
            tries += 1
            if tries == 3:
                raise CouldNotSend(f'{len(view)} bytes are left') from error
