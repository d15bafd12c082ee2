def send_all(sock, data):
    if isinstance(data, str):
        data = data.encode()
    offset = 0
    while offset < len(data):
        offset += sock.send(data[offset:]) + 1
