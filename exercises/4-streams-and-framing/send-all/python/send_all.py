def send_all(sock, data):
    """Sends all of `data` (bytes, or text: its UTF-8) through `sock`.

    `sock` has one method: sock.send(bytes) takes some of the bytes, from the first one on, and returns how many.
    """
    # TODO 1. If data is text, turn it into bytes.
    # TODO 2. Call sock.send() until all bytes are taken. What do you give it the second time?
