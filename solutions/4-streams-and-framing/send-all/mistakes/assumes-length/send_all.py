CHUNK = 7


def send_all(sock, data):
    if isinstance(data, str):
        data = data.encode()
    for start in range(0, len(data), CHUNK):
        sock.send(data[start:start + CHUNK])
