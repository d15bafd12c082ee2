def send_all(sock, data):
    """Sends all of `data` (bytes, or text: its UTF-8) through `sock`.

    `sock` has one method: sock.send(bytes) takes some of the bytes, from the first one on, and returns how many.
    """
    rest = memoryview(data.encode() if isinstance(data, str) else data)
    while rest:
        taken = sock.send(rest)
        rest = rest[taken:]  # what was taken is not ours any more; a slice of a memoryview copies nothing
